import type { Fiber } from '../../execution/fiber.ts';
import { StateFailure } from '../../failure/state-failure.ts';
import type { Json } from '../../json/json.ts';
import { runChildFibers } from '../../machine/child-fibers.ts';
import type { MapWork } from './inline-map.ts';
import type { BatchItems } from './item-batcher.ts';

/** What a distributed Map state is to do in one attempt. */
export interface DistributedWork extends MapWork {
  readonly batch: BatchItems | undefined;
  readonly tolerance: { readonly count: number | undefined; readonly percentage: number | undefined };
  readonly label: string;
}

/** Runs the iterations as a Map Run: child executions whose events are not in this history (Developer Guide, "Distributed mode"). */
export async function runDistributedMap(fiber: Fiber, work: DistributedWork): Promise<Json> {
  recordStart(fiber, work.label);
  const inputs = await childInputs(fiber, work);
  const allowed = tolerated(work, inputs.length);
  let failures = 0;
  const exceeded = new StateFailure({
    kind: 'task',
    error: 'States.ExceedToleratedFailureThreshold',
    cause: 'The specified tolerated failure threshold was exceeded',
  });
  try {
    const outputs = await runChildFibers(fiber, {
      count: inputs.length,
      concurrency: work.concurrency,
      machineOf: () => work.machine,
      begin(child, index) {
        child.muted = true;
        child.mapItem = { Index: index, Value: work.items[index] ?? null };
        return inputs[index] ?? null;
      },
      onFailed: () => ++failures <= allowed,
    });
    return outputs.filter((output) => output !== undefined);
  } catch (problem) {
    if (!(problem instanceof StateFailure)) throw problem;
    const { error = '', cause = '' } = exceeded;
    fiber.emit({ type: 'MapRunFailed', shape: 'mapRunFailed', more: { error, cause } });
    throw exceeded;
  }
}

// Items are selected first, each with its own context, and put together afterwards.
async function childInputs(
  fiber: Fiber,
  { input, items, selectItem, batch }: DistributedWork,
): Promise<readonly Json[]> {
  const selected: Json[] = [];
  if (selectItem) {
    const before = fiber.mapItem;
    for (const [index, item] of items.entries()) {
      fiber.mapItem = { Index: index, Value: item };
      fiber.forgetContext();
      selected.push(await selectItem(input, fiber));
    }
    fiber.mapItem = before;
    fiber.forgetContext();
  }
  const chosen = selectItem ? selected : items;
  return batch ? batch(chosen, input, fiber) : chosen;
}

function tolerated({ tolerance: { count, percentage } }: DistributedWork, total: number): number {
  const byPercentage = percentage === undefined ? 0 : Math.floor((total * percentage) / 100);
  return Math.max(count ?? 0, byPercentage);
}

function recordStart(fiber: Fiber, label: string): void {
  if (fiber.memo?.['mapRun'] === true) return;
  fiber.emit({ type: 'MapRunStarted', shape: 'mapRunStarted', more: { mapRunArn: mapRunArn(fiber, label) } });
  fiber.rememberForRestart({ mapRun: true });
}

function mapRunArn(fiber: Fiber, label: string): string {
  const { stateMachineArn } = fiber.runtime.identity;
  return `${stateMachineArn.replace(':stateMachine:', ':mapRun:')}/${label}:${fiber.random.uuid()}`;
}
