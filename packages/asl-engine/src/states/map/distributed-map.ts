import { limitedArgument } from '../../execution/exit-state.ts';
import type { Fiber } from '../../execution/fiber.ts';
import { StateFailure } from '../../failure/state-failure.ts';
import type { Json } from '../../json/json.ts';
import { runChildFibers } from '../../machine/child-fibers.ts';
import type { MapWork } from './inline-map.ts';
import type { BatchItems } from './item-batcher.ts';
import { inputOfItem } from './item-set.ts';
import { beginMapRun, childIdentity } from './map-run.ts';
import { MapRunProgress } from './map-run-progress.ts';
import type { ChildResult, WriteResults } from './result-writer.ts';

/** What a distributed Map state is to do in one attempt. */
export interface DistributedWork extends MapWork {
  readonly batch: BatchItems | undefined;
  readonly tolerance: { readonly count: number | undefined; readonly percentage: number | undefined };
  readonly label: string;
  readonly writeResults: WriteResults | undefined;
}

/** Runs the iterations as a Map Run: child executions whose events are not in this history (Developer Guide, "Distributed mode"). */
export async function runDistributedMap(fiber: Fiber, work: DistributedWork): Promise<Json> {
  const mapRunArn = beginMapRun(fiber, work.label);
  const inputs = await childInputs(fiber, work);
  const allowed = tolerated(work, inputs.length);
  const results: ChildResult[] = [];
  const run = new MapRunProgress(fiber, mapRunArn, { ...work, executions: inputs.length });
  try {
    const outputs = await runChildFibers(fiber, {
      count: inputs.length,
      concurrency: work.concurrency,
      machineOf: () => work.machine,
      prepare(child, index) {
        const input = inputs[index] ?? null;
        child.muted = true;
        child.variables = {};
        child.mapItem = undefined;
        child.identity = childIdentity(fiber.runtime, mapRunArn, index, input, fiber.now());
      },
      begin(_, index) {
        run.began();
        return inputs[index] ?? null;
      },
      onOutput(child, index, output) {
        run.ended('succeeded');
        if (work.writeResults)
          results[index] = { identity: child.identity, stoppedAt: child.now(), output, failure: undefined };
      },
      onFailed(child, index, failure) {
        results[index] = { identity: child.identity, stoppedAt: child.now(), output: undefined, failure };
        return run.ended('failed') <= allowed;
      },
      onAborted: () => void run.ended('aborted'),
    });
    const written = await work.writeResults?.(work.input, fiber, mapRunArn, results.filter(Boolean));
    run.finish('SUCCEEDED');
    return written ?? outputs.filter((output) => output !== undefined);
  } catch (problem) {
    run.finish(problem instanceof StateFailure ? 'FAILED' : 'ABORTED');
    if (!(problem instanceof StateFailure)) throw problem;
    throw fail(fiber, problem.error === 'States.ResultWriterFailed' ? problem : exceeded());
  }
}

function exceeded(): StateFailure {
  return new StateFailure({
    kind: 'task',
    error: 'States.ExceedToleratedFailureThreshold',
    cause: 'The specified tolerated failure threshold was exceeded',
  });
}

function fail(fiber: Fiber, failure: StateFailure): StateFailure {
  const { error = '', cause = '' } = failure;
  fiber.emit({ type: 'MapRunFailed', shape: 'mapRunFailed', more: { error, cause } });
  return failure;
}

// Items are selected first, each with its own context, and put together afterwards.
async function childInputs(
  fiber: Fiber,
  { input, items, selectItem, batch }: DistributedWork,
): Promise<readonly Json[]> {
  const chosen: Json[] = [];
  const before = fiber.mapItem;
  for (const [index, value] of items.values.entries()) {
    if (!selectItem) {
      chosen.push(inputOfItem(items, index));
      continue;
    }
    const key = items.keys?.[index];
    fiber.mapItem = { Index: index, Value: value, Source: items.source, ...(key !== undefined && { Key: key }) };
    fiber.forgetContext();
    chosen.push(limitedArgument(fiber, await selectItem(input, fiber)));
  }
  fiber.mapItem = before;
  fiber.forgetContext();
  return batch ? batch(chosen, input, fiber) : chosen;
}

// Whichever tolerance is exceeded first fails the run; without one, the first failure does (Developer Guide, "Map state").
function tolerated({ tolerance: { count, percentage } }: DistributedWork, total: number): number {
  if (count === undefined && percentage === undefined) return 0;
  const byPercentage = percentage === undefined ? total : Math.floor((total * percentage) / 100);
  return Math.min(count ?? total, byPercentage);
}
