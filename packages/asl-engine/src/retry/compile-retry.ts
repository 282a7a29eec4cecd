import type { StateReader } from '../definition/state-reader.ts';
import type { Retrier } from './retry-policy.ts';

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
export function readErrorEquals(reader: StateReader, isLast: boolean): readonly string[] {
  const names = reader.array('ErrorEquals');
  if (!names || names.length === 0) reader.error('ErrorEquals', 'must name at least one error.');
  if (names?.some((name) => typeof name !== 'string')) reader.error('ErrorEquals', 'must hold names of errors.');
  if (names?.includes('States.ALL') && (names.length > 1 || !isLast)) {
    reader.error('ErrorEquals', 'States.ALL must stand alone, in the last place.');
  }
  return (names ?? []).filter((name) => typeof name === 'string');
}
