import type { Leaving } from '../dataflow/dialect.ts';
import { compileLeaving } from '../dataflow/jsonata-flow.ts';
import { compileAssign, compileResultPath } from '../dataflow/jsonpath-flow.ts';
import type { StateReader } from '../definition/state-reader.ts';
import type { Fiber } from '../execution/fiber.ts';
import type { StateFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { readErrorEquals } from './compile-retry.ts';

/** One compiled Catcher (spec, "Fallback states"). */
export interface Catcher {
  readonly errorEquals: readonly string[];
  readonly next: string;
  readonly leave: (input: Json, failure: StateFailure, fiber: Fiber) => Leaving | Promise<Leaving>;
}

/** Compiles the Catch of a state. */
export function compileCatch(reader: StateReader): Catcher[] {
  const catchers = reader.objects('Catch');
  return catchers.map((catcher, index) => {
    const next = catcher.text('Next');
    if (next === undefined) catcher.error('Next', 'is missing: name the state that handles the error.');
    return {
      errorEquals: readErrorEquals(catcher, index === catchers.length - 1),
      next: next ?? '',
      leave: compileLeave(catcher),
    };
  });
}

function compileLeave(reader: StateReader): Catcher['leave'] {
  if (reader.queryLanguage === 'JSONata') {
    if (reader.has('ResultPath')) reader.error('ResultPath', 'is not available in JSONata; use Output.');
    const leave = compileLeaving(reader);
    return (input, failure, fiber) => {
      const errorOutput = errorOutputOf(failure);
      return leave({ input, errorOutput, around: fiber }, errorOutput);
    };
  }
  if (reader.has('Output')) reader.error('Output', 'is not available in JSONPath; use ResultPath.');
  const place = compileResultPath(reader);
  const assign = compileAssign(reader);
  return (input, failure, fiber) => {
    const errorOutput = errorOutputOf(failure);
    return { output: place(input, errorOutput), assigned: assign?.(errorOutput, fiber) };
  };
}

/** The error output that a Catch hands on; both members are always there, and a time-out's cause is empty (recorded from AWS). */
function errorOutputOf({ error, cause }: StateFailure): Json {
  return { Error: error ?? null, Cause: cause ?? (error === 'States.Timeout' ? '' : null) };
}
