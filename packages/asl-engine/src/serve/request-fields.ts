import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { ApiError } from './api-error.ts';

interface TextRules {
  readonly least?: number;
  readonly most?: number;
  readonly oneOf?: readonly string[];
}

/** Reads the fields of a request; what does not fit is a ValidationException in AWS's words. */
export class RequestFields {
  readonly source: JsonObject;
  readonly #path: string;

  /** `path` is where the object stands in the request, as AWS's messages write it: `routingConfiguration.1.member.`. */
  constructor(source: JsonObject, path = '') {
    this.source = source;
    this.#path = path;
  }

  has(field: string): boolean {
    return this.get(field) !== undefined;
  }

  get(field: string): Json | undefined {
    const value = Object.hasOwn(this.source, field) ? this.source[field] : undefined;
    return value === null ? undefined : value;
  }

  /** All of the request but this field, in one form however its members were ordered. */
  without(field: string): string {
    const rest = Object.entries(this.source).filter(([name, value]) => name !== field && value !== null);
    return JSON.stringify(rest.sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  text(field: string, { least = 1, most = 1024, oneOf }: TextRules = {}): string {
    return (
      this.maybeText(field, { least, most, ...(oneOf && { oneOf }) }) ?? this.#refuse(field, undefined, 'not be null')
    );
  }

  maybeText(field: string, { least = 0, most = 1_048_576, oneOf }: TextRules = {}): string | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw unreadable(value, 'a String');
    if (value.length < least) return this.#refuse(field, value, `have length greater than or equal to ${least}`);
    if (value.length > most) return this.#refuse(field, value, `have length less than or equal to ${most}`);
    if (oneOf && !oneOf.includes(value))
      return this.#refuse(field, value, `satisfy enum value set: [${oneOf.join(', ')}]`);
    return value;
  }

  number(field: string, least: number, most: number): number | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    if (typeof value !== 'number') throw unreadable(value, 'a Float');
    return this.#within(field, value, least, most);
  }

  /** A whole number; what follows the point is cut off, as AWS does. */
  integer(field: string, least: number, most: number): number | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    if (typeof value !== 'number') throw unreadable(value, 'an Integer');
    return this.#within(field, Math.trunc(value), least, most);
  }

  /** A whole number that must be there. */
  neededInteger(field: string, least: number, most: number): number {
    return this.integer(field, least, most) ?? this.#refuse(field, undefined, 'not be null');
  }

  #within(field: string, value: number, least: number, most: number): number {
    if (value < least) return this.#refuse(field, value, `have value greater than or equal to ${least}`);
    if (value > most) return this.#refuse(field, value, `have value less than or equal to ${most}`);
    return value;
  }

  flag(field: string): boolean | undefined {
    const value = this.get(field);
    if (value === undefined || typeof value === 'boolean') return value;
    throw unreadable(value, 'a Boolean');
  }

  object(field: string): JsonObject | undefined {
    const value = this.get(field);
    if (value === undefined || isJsonObject(value)) return value;
    throw unreadable(value, 'a structure');
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
    throw unreadable(value, 'a list');
  }

  /** The objects of a list, each with its fields. */
  objects(field: string): RequestFields[] | undefined {
    return this.list(field)?.map((item, index) => {
      if (isJsonObject(item)) return new RequestFields(item, `${this.#path}${field}.${index + 1}.member.`);
      throw unreadable(item, 'a structure');
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

// In AWS's words (recorded): what cannot be, before what it cannot be.
function unreadable(value: Json, expected: string): ApiError {
  const scalar = expected === 'a list' || expected === 'a structure' ? 'Expected null' : undefined;
  return new ApiError(
    'SerializationException',
    unexpected(value) ?? scalar ?? `${tokenOf(value)} can not be converted to ${expected}`,
  );
}

function unexpected(value: Json): string | undefined {
  if (Array.isArray(value)) return 'Start of list found where not expected';
  return isJsonObject(value) ? 'Start of structure or map found where not expected.' : undefined;
}

function tokenOf(value: Json): string {
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  return typeof value === 'number' ? 'NUMBER_VALUE' : 'STRING_VALUE';
}
