import type { Dialect } from '../dataflow/dialect.ts';
import type { StateReader } from '../definition/state-reader.ts';
import type { StateFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { readErrorEquals } from './compile-retry.ts';

/** One compiled Catcher (spec, "Fallback states"). */
export interface Catcher {
  readonly errorEquals: readonly string[];
  readonly next: string;
  /** What the state gives when this one catches its failure. */
  readonly output: ReturnType<Dialect['compileCatchOutput']>;
}

const catcherFields = ['ErrorEquals', 'Next', 'Assign', 'Comment'];

/** Compiles the Catch of a state. */
export function compileCatch(reader: StateReader, dialect: Dialect): Catcher[] {
  const catchers = reader.objects('Catch');
  return catchers.map((catcher, index) => {
    catcher.allowOnly([...catcherFields, dialect.outputField], 'those of a catcher');
    const next = catcher.text('Next');
    if (next === undefined) catcher.error('Next', 'is missing: name the state that handles the error.');
    return {
      errorEquals: readErrorEquals(catcher, index === catchers.length - 1),
      next: next ?? '',
      output: dialect.compileCatchOutput(catcher),
    };
  });
}

/** The error output that a Catch hands on; both members are always there, and a time-out's cause is empty (recorded from AWS). */
export function errorOutputOf({ error, cause }: StateFailure): Json {
  return { Error: error ?? null, Cause: cause ?? (error === 'States.Timeout' ? '' : null) };
}
