import type { StageFacts } from '@order-workflow/stage-kit';
import type { StateMachineDefinition } from '../diagram/state-machine-definition.ts';
import type { Usage } from './cost-of-orders.ts';
import type { Path } from './paths.ts';
import { storeUseOf, turnedAway } from './store-use.ts';

/** What is usual of a stage; and the sample order, whose item is of less than a kilobyte. */
const usual = { memoryMb: 128, durationMs: 50, itemKb: 1 };

/** Events of a task that is done at once, and of the execution itself. */
const taskEvents = 5;
const otherEvents = 2;

/** What an order takes that goes this way. */
export function usageOf(path: Path, { States }: StateMachineDefinition, stages: readonly StageFacts[]): Usage {
  const { states } = path;
  const tasks = states.filter((name) => States[name]?.Type === 'Task');
  const publishes = stages.filter(
    (stage) => stage.access.notifications === 'publish' && states.includes(stage.stateName) && !turnedAway(path, stage),
  );
  const { writes, reads, indexWrites, kept } = storeUseOf(path, stages);
  return {
    ...usual,
    transitions: states.length,
    invocations: tasks.filter((name) => States[name]?.Resource?.endsWith(':lambda:invoke')).length,
    publishes: publishes.length,
    tableWrites: writes,
    tableReads: reads,
    indexWrites,
    itemsKept: kept,
    events: tasks.length * taskEvents + (states.length - tasks.length) * 2 + otherEvents,
  };
}
