import type { Dialect } from '../dataflow/dialect.ts';
import type { StateReader } from '../definition/state-reader.ts';
import type { StateFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import type { Retrier } from './retry-policy.ts';

/** What Task, Parallel and Map states have in common: retries and catchers. */
export interface ErrorHandlers {
  readonly retriers: readonly Retrier[];
  readonly catchers: readonly Catcher[];
}

/** Compiles the Retry and the Catch of a state. */
export function compileErrorHandlers(reader: StateReader, dialect: Dialect): ErrorHandlers {
  return { retriers: compileRetry(reader), catchers: compileCatch(reader, dialect) };
}

const retrierFields = [
  ...['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy', 'Comment'],
];

/** Compiles the Retry of a state (spec, "Retrying after error"). */
export function compileRetry(reader: StateReader): Retrier[] {
  const retriers = reader.objects('Retry');
  return retriers.map((retrier, index) => {
    retrier.allowOnly(retrierFields, 'those of a retrier');
    const jitter = retrier.choice('JitterStrategy', ['FULL', 'NONE']);
    return {
      errorEquals: readErrorEquals(retrier, index === retriers.length - 1),
      intervalSeconds: retrier.number('IntervalSeconds', 1) ?? 1,
      maxAttempts: retrier.number('MaxAttempts', 0) ?? 3,
      backoffRate: retrier.number('BackoffRate', 1, { whole: false }) ?? 2,
      maxDelaySeconds: retrier.number('MaxDelaySeconds', 1, { most: 31_622_400 }),
      jitter: jitter === 'FULL',
    };
  });
}

/** Reads ErrorEquals: names of errors, the wildcard States.ALL alone and in the last place only. */
function readErrorEquals(reader: StateReader, isLast: boolean): readonly string[] {
  const names = reader.array('ErrorEquals');
  if (!names || names.length === 0) reader.error('ErrorEquals', 'must name at least one error.');
  if (names?.some((name) => typeof name !== 'string')) reader.error('ErrorEquals', 'must hold names of errors.');
  if (names?.includes('States.ALL') && (names.length > 1 || !isLast)) {
    reader.error('ErrorEquals', 'States.ALL must stand alone, in the last place.');
  }
  return (names ?? []).filter((name) => typeof name === 'string');
}

/** One compiled Catcher (spec, "Fallback states"). */
export interface Catcher {
  readonly errorEquals: readonly string[];
  readonly next: string;
  /** What the state gives when this one catches its failure. */
  readonly output: ReturnType<Dialect['compileCatchOutput']>;
}

const catcherFields = ['ErrorEquals', 'Next', 'Assign', 'Comment'];

/** Compiles the Catch of a state. */
function compileCatch(reader: StateReader, dialect: Dialect): Catcher[] {
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
