import { SyntaxProblem } from '../expression/syntax-problem.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import type { DefinitionReport } from './definition-report.ts';

/** Reads the fields of one object of a definition and reports what is wrong with them. */
export class StateReader {
  readonly source: JsonObject;
  readonly state: string;
  readonly queryLanguage: 'JSONPath' | 'JSONata';
  readonly report: DefinitionReport;
  readonly #prefix: string;

  constructor(
    source: JsonObject,
    state: string,
    queryLanguage: 'JSONPath' | 'JSONata',
    report: DefinitionReport,
    prefix = '',
  ) {
    this.source = source;
    this.state = state;
    this.queryLanguage = queryLanguage;
    this.report = report;
    this.#prefix = prefix;
  }

  has(field: string): boolean {
    return Object.hasOwn(this.source, field);
  }

  get(field: string): Json | undefined {
    return this.has(field) ? this.source[field] : undefined;
  }

  error(field: string, message: string): void {
    this.report.error(this.state, this.#prefix + field, message);
  }

  warn(field: string, message: string): void {
    this.report.warn(this.state, this.#prefix + field, message);
  }

  /** A reader for an object within this one. */
  inner(source: JsonObject, place: string): StateReader {
    return new StateReader(source, this.state, this.queryLanguage, this.report, `${this.#prefix}${place}.`);
  }

  text(field: string): string | undefined {
    const value = this.get(field);
    if (value === undefined || typeof value === 'string') return value;
    this.error(field, 'must be a string.');
    return undefined;
  }

  object(field: string): JsonObject | undefined {
    const value = this.get(field);
    if (value === undefined || isJsonObject(value)) return value;
    this.error(field, 'must be an object.');
    return undefined;
  }

  array(field: string): readonly Json[] | undefined {
    const value = this.get(field);
    if (value === undefined || Array.isArray(value)) return value;
    this.error(field, 'must be an array.');
    return undefined;
  }

  /** The objects of an array field, each with a reader that knows its place. */
  objects(field: string): StateReader[] {
    return (this.array(field) ?? []).flatMap((item, index) => {
      if (isJsonObject(item)) return [this.inner(item, `${field}[${index}]`)];
      this.error(`${field}[${index}]`, 'must be an object.');
      return [];
    });
  }

  /** A number from `least` on, whole unless told otherwise. */
  number(field: string, least: number, { whole = true, most = 99_999_999 } = {}): number | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value)))
      return value;
    this.error(field, `must be ${whole ? 'a whole number' : 'a number'} from ${least} to ${most}.`);
    return undefined;
  }

  /** Compiles something of this field; a SyntaxProblem becomes a diagnostic. */
  compile<Compiled>(field: string, work: () => Compiled): Compiled | undefined {
    try {
      return work();
    } catch (problem) {
      if (!(problem instanceof SyntaxProblem)) throw problem;
      this.error(field, `${problem.message}.`);
      return undefined;
    }
  }
}
