import { SyntaxProblem } from '../expression/syntax-problem.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import type { DefinitionReport, DiagnosticCode } from './definition-report.ts';

/** Where an object of a definition stands. */
interface Position {
  /** The name of the state it is or is in; empty for the machine itself. */
  readonly state: string;
  /** The place of that state in the definition, as `/States/Each/ItemProcessor/States/Charge`. */
  readonly home: string;
  /** The place within the state, as `Retry[0].`; empty for the state itself. */
  readonly prefix: string;
}

/** Reads the fields of one object of a definition and reports what is wrong with them. */
export class StateReader {
  readonly source: JsonObject;
  readonly queryLanguage: 'JSONPath' | 'JSONata';
  readonly report: DefinitionReport;
  readonly #position: Position;

  constructor(
    source: JsonObject,
    queryLanguage: 'JSONPath' | 'JSONata',
    report: DefinitionReport,
    position: Position = { state: '', home: '', prefix: '' },
  ) {
    this.source = source;
    this.queryLanguage = queryLanguage;
    this.report = report;
    this.#position = position;
  }

  has(field: string): boolean {
    return Object.hasOwn(this.source, field);
  }

  get(field: string): Json | undefined {
    return this.has(field) ? this.source[field] : undefined;
  }

  /** A field's place within its state, as the cause of a failed expression names it: `Choices[1]/Output`. */
  placeOf(field: string): string {
    return this.#position.prefix.replaceAll('.', '/') + field;
  }

  error(field: string, message: string, code?: DiagnosticCode): void {
    this.#add('ERROR', field, message, code);
  }

  warn(field: string, message: string, code?: DiagnosticCode): void {
    this.#add('WARNING', field, message, code);
  }

  /** Reports a field that this object may not have; AWS names the object as the place. */
  unsupported(field: string, message: string): void {
    const { state, prefix } = this.#position;
    const diagnostic = { severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', state, field: prefix + field } as const;
    this.report.add({ ...diagnostic, location: this.#locate(''), message });
  }

  /** Reports every field but these. */
  allowOnly(fields: readonly string[], what: string): void {
    for (const field of Object.keys(this.source))
      if (!fields.includes(field)) this.unsupported(field, `Field '${field}' is not supported: it is none of ${what}.`);
  }

  /** Reports fields of which at most one may stand here. */
  oneOf(...fields: readonly string[]): void {
    const [first, ...more] = fields.filter((field) => this.has(field));
    for (const other of more) this.error(other, `cannot stand beside ${first}.`);
  }

  /** A reader for an object within this one. */
  inner(source: JsonObject, place: string): StateReader {
    const { prefix, ...position } = this.#position;
    return new StateReader(source, this.queryLanguage, this.report, { ...position, prefix: `${prefix}${place}.` });
  }

  /** A reader for a state of the machine that this one reads. */
  ofState(name: string, source: JsonObject, queryLanguage: StateReader['queryLanguage']): StateReader {
    const home = `${this.#locate('')}/States/${name}`;
    return new StateReader(source, queryLanguage, this.report, { state: name, home, prefix: '' });
  }

  /** The same, read in a query language. */
  in(queryLanguage: StateReader['queryLanguage']): StateReader {
    return new StateReader(this.source, queryLanguage, this.report, this.#position);
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

  /** A reader for an object field; undefined when there is none. */
  objectReader(field: string): StateReader | undefined {
    const source = this.object(field);
    return source && this.inner(source, field);
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

  /** One of some words. */
  choice<Word extends string>(field: string, words: readonly Word[]): Word | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    const word = words.find((one) => one === value);
    if (word === undefined) this.error(field, `must be one of ${words.map((one) => `'${one}'`).join(', ')}.`);
    return word;
  }

  /** Compiles something of this field; a SyntaxProblem becomes a diagnostic. */
  compile<Compiled>(field: string, work: () => Compiled): Compiled | undefined {
    try {
      return work();
    } catch (problem) {
      if (!(problem instanceof SyntaxProblem)) throw problem;
      if (!problem.refusal) {
        this.error(field, `${problem.message}.`);
        return undefined;
      }
      const { code, place, messages } = problem.refusal;
      const { home } = this.#position;
      for (const message of messages) this.#add('ERROR', field, message, code, `${home}/${place}`);
      return undefined;
    }
  }

  #add(
    severity: 'ERROR' | 'WARNING',
    field: string,
    message: string,
    code: DiagnosticCode = 'SCHEMA_VALIDATION_FAILED',
    location = this.#locate(field) || '/',
  ): void {
    const { state, prefix } = this.#position;
    this.report.add({ severity, code, state, field: prefix + field, location, message });
  }

  #locate(field: string): string {
    const { home, prefix } = this.#position;
    const place = (prefix + field).replaceAll(/\.(?!\$)/g, '/').replace(/\/$/, '');
    return place === '' ? home : `${home}/${place}`;
  }
}
