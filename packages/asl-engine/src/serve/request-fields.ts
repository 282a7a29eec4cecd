import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { ApiError } from './api-error.ts';

interface TextRules {
  readonly least?: number;
  readonly most?: number;
  readonly oneOf?: readonly string[];
}

/** Reads the fields of a request; what does not fit is a ValidationException in AWS's words. */
export class RequestFields {
  readonly #source: JsonObject;
  readonly #path: string;

  /** `path` is where the object stands in the request, as AWS's messages write it: `routingConfiguration.1.member.`. */
  constructor(source: JsonObject, path = '') {
    this.#source = source;
    this.#path = path;
  }

  has(field: string): boolean {
    return this.get(field) !== undefined;
  }

  get(field: string): Json | undefined {
    const value = Object.hasOwn(this.#source, field) ? this.#source[field] : undefined;
    return value === null ? undefined : value;
  }

  text(field: string, { least = 1, most = 1024, oneOf }: TextRules = {}): string {
    return (
      this.maybeText(field, { least, most, ...(oneOf && { oneOf }) }) ?? this.#refuse(field, undefined, 'not be null')
    );
  }

  maybeText(field: string, { least = 0, most = 1_048_576, oneOf }: TextRules = {}): string | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw unreadable(field, 'a string');
    if (value.length < least) return this.#refuse(field, value, `have length greater than or equal to ${least}`);
    if (value.length > most) return this.#refuse(field, value, `have length less than or equal to ${most}`);
    if (oneOf && !oneOf.includes(value))
      return this.#refuse(field, value, `satisfy enum value set: [${oneOf.join(', ')}]`);
    return value;
  }

  number(field: string, least: number, most: number): number | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    if (typeof value !== 'number') throw unreadable(field, 'a number');
    if (value < least) return this.#refuse(field, value, `have value greater than or equal to ${least}`);
    if (value > most) return this.#refuse(field, value, `have value less than or equal to ${most}`);
    return value;
  }

  flag(field: string): boolean | undefined {
    const value = this.get(field);
    if (value === undefined || typeof value === 'boolean') return value;
    throw unreadable(field, 'true or false');
  }

  object(field: string): JsonObject | undefined {
    const value = this.get(field);
    if (value === undefined || isJsonObject(value)) return value;
    throw unreadable(field, 'an object');
  }

  /** Reads several fields; what is wrong with more than one is told at once, as AWS tells it. */
  together(...reads: readonly (() => unknown)[]): void {
    const found = reads.flatMap((read) => {
      try {
        read();
        return [];
      } catch (problem) {
        if (problem instanceof ApiError && problem.message.startsWith(oneError))
          return [problem.message.slice(oneError.length)];
        throw problem;
      }
    });
    if (found.length === 1) throw new ApiError('ValidationException', `${oneError}${found[0]}`);
    if (found.length > 1)
      throw new ApiError('ValidationException', `${found.length} validation errors detected: ${found.join('; ')}`);
  }

  /** The fields of an object within; undefined when there is none. */
  inner(field: string): RequestFields | undefined {
    const source = this.object(field);
    return source && new RequestFields(source, `${this.#path}${field}.`);
  }

  list(field: string): readonly Json[] | undefined {
    const value = this.get(field);
    if (value === undefined || Array.isArray(value)) return value as readonly Json[] | undefined;
    throw unreadable(field, 'a list');
  }

  /** The objects of a list, each with its fields. */
  objects(field: string): RequestFields[] | undefined {
    return this.list(field)?.map((item, index) => {
      if (isJsonObject(item)) return new RequestFields(item, `${this.#path}${field}.${index + 1}.member.`);
      throw unreadable(field, 'a list of objects');
    });
  }

  #refuse(field: string, value: Json | undefined, constraint: string): never {
    const shown = value === undefined ? 'null' : `'${value}'`;
    throw new ApiError(
      'ValidationException',
      `${oneError}Value ${shown} at '${this.#path}${field}' failed to satisfy constraint: Member must ${constraint}`,
    );
  }
}

/** A text of a request as JSON. Throws ApiError, under this name and with these words. */
export function readJson(text: string, code: string, message: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(code, message);
  }
}

const oneError = '1 validation error detected: ';

function unreadable(field: string, expected: string): ApiError {
  return new ApiError('SerializationException', `The field '${field}' must be ${expected}`);
}
