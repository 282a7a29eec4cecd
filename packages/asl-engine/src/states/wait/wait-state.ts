import { compileFlow } from '../../dataflow/compile-flow.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import { exitState } from '../../execution/exit-state.ts';
import type { Fiber } from '../../execution/fiber.ts';
import { runtimeFailure } from '../../failure/state-failure.ts';
import type { Json } from '../../json/json.ts';
import { compileNext } from '../compile-next.ts';
import type { CompileState } from '../compile-state.ts';
import { compileSeconds } from './wait-seconds.ts';
import { compileTimestamp } from './wait-timestamp.ts';

/** Gives the instant a Wait state ends, in epoch milliseconds. */
export type ReadDueTime = (input: Json, fiber: Fiber) => number | Promise<number>;

/** The longest an execution may live, and so the longest wait: a year (quotas page). */
const longestWait = 31_536_000_000;

/** Compiles a Wait state (spec, "Wait State"). */
export const compileWaitState: CompileState = (reader, name) => {
  const next = compileNext(reader);
  const flow = compileFlow(reader);
  const readDueTime = compileDueTime(reader);
  return {
    name,
    type: 'Wait',
    async run(fiber, input) {
      const argument = await flow.argument(input, fiber);
      await fiber.waitUntil(await dueTime(fiber, argument, readDueTime));
      return exitState(fiber, await flow.leave(input, undefined, fiber, argument), next);
    },
  };
};

async function dueTime(fiber: Fiber, argument: Json, readDueTime: ReadDueTime): Promise<number> {
  const remembered = fiber.memo?.['dueAt'];
  if (typeof remembered === 'number') return remembered;
  const dueAt = await readDueTime(argument, fiber);
  if (dueAt - fiber.now() > longestWait) throw runtimeFailure('Wait state delay is too long.');
  fiber.remember({ dueAt });
  return dueAt;
}

const fields = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'];

function compileDueTime(reader: StateReader): ReadDueTime {
  const given = fields.filter((field) => reader.has(field));
  if (given.length !== 1)
    reader.error('Seconds', `A Wait state needs exactly one of ${fields.join(', ')}, and has ${given.length}.`);
  return compileSeconds(reader) ?? compileTimestamp(reader) ?? ((_, fiber) => fiber.now());
}
