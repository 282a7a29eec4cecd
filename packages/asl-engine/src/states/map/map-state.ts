import type { StateOutput } from '../../dataflow/dialect.ts';
import type { Fiber } from '../../execution/fiber.ts';
import type { StateFailure } from '../../failure/state-failure.ts';
import type { Json } from '../../json/json.ts';
import { compileErrorHandlers } from '../../retry/compile-error-handlers.ts';
import { retryAndCatch } from '../../retry/retry-and-catch.ts';
import type { CompileState } from '../state-source.ts';
import { compileNext } from '../state-source.ts';
import { checkMapConfiguration } from './check-configuration.ts';
import { runDistributedMap } from './distributed-map.ts';
import { runInlineMap } from './inline-map.ts';
import { compileItemBatcher } from './item-batcher.ts';
import { compileItemProcessor } from './item-processor.ts';
import { compileItemReader } from './item-reader.ts';
import { type ItemSet, itemSetOf } from './item-set.ts';
import { compileMapNumber } from './map-number.ts';
import { compileResultWriter } from './result-writer.ts';

/** How many iterations run at the same time when MaxConcurrency does not say (quotas page). */
const defaultConcurrency = { INLINE: 40, DISTRIBUTED: 1000 } as const;

/** Compiles a Map state (spec, "Map State"): runs its processor once for each item. */
export const compileMapState: CompileState = ({ name, reader, dialect, compileMachine }) => {
  const next = compileNext(reader);
  const flow = dialect.compileFlow(reader);
  const select = dialect.compileSelection(reader, 'InputPath');
  const handlers = compileErrorHandlers(reader, dialect);
  const processor = compileItemProcessor(reader, compileMachine);
  const readFile = compileItemReader(reader, dialect);
  const readData = dialect.compileItems(reader);
  const selectItem = dialect.compileTemplate(reader, reader.has('ItemSelector') ? 'ItemSelector' : 'Parameters');
  const batch = compileItemBatcher(reader, dialect);
  const writeResults = compileResultWriter(reader, dialect);
  const readConcurrency = compileMapNumber(reader, dialect, 'MaxConcurrency', {
    kind: 'integer',
    most: 99_999_999,
    outOfRange: 'MaxConcurrency cannot be negative.',
  });
  const readCount = compileMapNumber(reader, dialect, 'ToleratedFailureCount', {
    kind: 'integer',
    most: 99_999_999,
    outOfRange: 'ToleratedFailureCount cannot be negative.',
  });
  const readPercentage = compileMapNumber(reader, dialect, 'ToleratedFailurePercentage', {
    kind: 'float',
    most: 100,
    outOfRange: 'ToleratedFailurePercentage must be between 0 and 100.',
  });
  if (!processor) return undefined;
  const label = checkMapConfiguration(reader, processor.mode) ?? name;

  const attempt = async (fiber: Fiber, input: Json): Promise<StateOutput> => {
    const selected = select(input, fiber);
    const concurrency = (await readConcurrency(selected, fiber)) || defaultConcurrency[processor.mode];
    const items = readFile ? await readFile(selected, fiber) : itemsOf(await readData(selected, fiber));
    const resumed = fiber.memo?.['begun'] === true;
    if (!resumed) recordStart(fiber, items.values.length);
    const tolerance = { count: await readCount(selected, fiber), percentage: await readPercentage(selected, fiber) };
    const work = { name, input: selected, items, concurrency, selectItem, machine: processor.machine };
    const outputs =
      processor.mode === 'INLINE'
        ? await runInlineMap(fiber, work)
        : await runDistributedMap(fiber, { ...work, batch, tolerance, label, writeResults });
    return flow.output(input, outputs, fiber);
  };
  const onSucceeded = (fiber: Fiber) => {
    if (processor.mode === 'DISTRIBUTED') fiber.emit({ type: 'MapRunSucceeded' });
    fiber.emitAside({ type: 'MapStateSucceeded' });
  };
  return {
    name,
    type: 'Map',
    run: (fiber, input) => retryAndCatch({ handlers, next, attempt, onSucceeded, onGivenUp }, fiber, input),
  };
};

function itemsOf(data: Json): ItemSet {
  const items = itemSetOf(data);
  if (!items) throw new Error('The dialect must give an array or an object.');
  return items;
}

function recordStart(fiber: Fiber, length: number): void {
  fiber.emit({ type: 'MapStateStarted', shape: 'mapStateStarted', more: { length } });
  fiber.remember({ begun: true });
}

function onGivenUp(fiber: Fiber, failure: StateFailure): void {
  if (failure.kind !== 'runtime') fiber.emit({ type: 'MapStateFailed' });
}
