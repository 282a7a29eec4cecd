import type { Dialect, Evaluate } from '../../dataflow/dialect.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import { exitState } from '../../execution/exit-state.ts';
import type { Fiber } from '../../execution/fiber.ts';
import { runtimeFailure } from '../../failure/state-failure.ts';
import type { Json } from '../../json/json.ts';
import type { CompileState } from '../state-source.ts';
import { compileNext } from '../state-source.ts';
import { compileSeconds } from './wait-seconds.ts';
import { compileTimestamp } from './wait-timestamp.ts';

/** The longest an execution may live, and so the longest wait: a year (quotas page). */
const longestWait = 31_536_000_000;

/** Compiles a Wait state (spec, "Wait State"). */
export const compileWaitState: CompileState = ({ name, reader, dialect }) => {
  const next = compileNext(reader);
  const flow = dialect.compileFlow(reader);
  const readDueTime = compileDueTime(reader, dialect);
  return {
    name,
    type: 'Wait',
    async run(fiber, input) {
      const argument = await flow.argument(input, fiber);
      await fiber.waitUntil(await dueTime(fiber, argument, readDueTime));
      return exitState(fiber, await flow.output(input, undefined, fiber, argument), next);
    },
  };
};

async function dueTime(fiber: Fiber, argument: Json, readDueTime: Evaluate<number>): Promise<number> {
  const remembered = fiber.memo?.['dueAt'];
  if (typeof remembered === 'number') return remembered;
  const dueAt = await readDueTime(argument, fiber);
  if (dueAt - fiber.now() > longestWait) throw runtimeFailure('Wait state delay is too long.');
  fiber.remember({ dueAt });
  return dueAt;
}

const fields = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'];

/** Compiles the instant at which the state ends, in epoch milliseconds. */
function compileDueTime(reader: StateReader, dialect: Dialect): Evaluate<number> {
  const given = fields.filter((field) => reader.has(field));
  if (given.length !== 1)
    reader.error('Seconds', `A Wait state needs exactly one of ${fields.join(', ')}, and has ${given.length}.`);
  return compileSeconds(reader, dialect) ?? compileTimestamp(reader, dialect) ?? ((_, context) => context.now());
}
