import { limitedArgument } from '../../execution/exit-state.ts';
import type { Fiber } from '../../execution/fiber.ts';
import { StateFailure } from '../../failure/state-failure.ts';
import { isJsonObject, type Json } from '../../json/json.ts';
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
  const { mapRunArn, redriveCount } = beginMapRun(fiber, work.label);
  const { children } = fiber.runtime;
  // The ids of its children's events are their own.
  const { lastEventId } = fiber;
  const inputs = await childInputs(fiber, work);
  const results: ChildResult[] = [];
  let setConcurrency: ((most: number) => void) | undefined;
  const run = new MapRunProgress(fiber, mapRunArn, {
    ...{ ...work, executions: inputs.length, redriveCount, writes: work.writeResults !== undefined },
    onConcurrency: (most) => setConcurrency?.(most || work.concurrency),
  });
  try {
    const outputs = await runChildFibers(fiber, {
      count: inputs.length,
      concurrency: work.concurrency,
      machineOf: () => work.machine,
      onControl(set) {
        setConcurrency = set;
      },
      prepare(child, index, isDone) {
        const input = inputs[index] ?? null;
        child.muted = true;
        child.variables = {};
        child.mapItem = undefined;
        child.identity = childIdentity(fiber.runtime, mapRunArn, index, input, fiber.now());
        if (!children || isDone) return;
        const itemCount = work.batch ? itemsOf(input) : 1;
        const { child: own, isNew } = children.begin(fiber.runtime.clock, { ...child.identity, mapRunArn, itemCount });
        child.own = own;
        own.cancel = () => child.cancellation.cancel();
        if (isNew) child.lastEventId = 0;
      },
      begin(_, index) {
        run.began();
        return inputs[index] ?? null;
      },
      onOutput(child, index, output) {
        child.own?.succeed(output, child.lastEventId);
        run.ended('succeeded');
        if (work.writeResults)
          results[index] = { identity: child.identity, stoppedAt: child.now(), output, failure: undefined };
      },
      onFailed(child, index, failure) {
        child.own?.fail(failure, child.lastEventId);
        results[index] = { identity: child.identity, stoppedAt: child.now(), output: undefined, failure };
        return run.ended('failed') <= run.tolerated;
      },
      onAborted(child) {
        child.own?.abort();
        run.ended('aborted');
      },
    });
    fiber.lastEventId = lastEventId;
    const written = await work.writeResults?.(work.input, fiber, mapRunArn, results.filter(Boolean));
    if (written !== undefined) run.wrote(results.filter(Boolean).length);
    run.finish('SUCCEEDED');
    return written ?? outputs.filter((output) => output !== undefined);
  } catch (problem) {
    fiber.lastEventId = lastEventId;
    children?.abandon(mapRunArn);
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

function itemsOf(batch: Json): number {
  const items = isJsonObject(batch) ? batch['Items'] : undefined;
  return Array.isArray(items) ? items.length : 1;
}
