import type { Evaluate } from '../../dataflow/dialect.ts';
import { limitedArgument } from '../../execution/exit-state.ts';
import type { Fiber } from '../../execution/fiber.ts';
import type { ShapeName } from '../../history/event-shapes.ts';
import type { Json } from '../../json/json.ts';
import { runChildFibers } from '../../machine/child-fibers.ts';
import type { CompiledMachine } from '../../machine/compiled-machine.ts';
import { type ItemSet, inputOfItem } from './item-set.ts';

/** What a Map state is to do in one attempt. */
export interface MapWork {
  readonly name: string;
  readonly input: Json;
  readonly items: ItemSet;
  readonly concurrency: number;
  /** Makes an iteration's input, in the iteration's fiber, so that `$$.Map.Item` is the item; undefined when items go in as they are. */
  readonly selectItem: Evaluate<Json> | undefined;
  readonly machine: CompiledMachine;
}

/** Runs the iterations within the execution's own history. */
export async function runInlineMap(
  fiber: Fiber,
  { name, input, items, concurrency, selectItem, machine }: MapWork,
): Promise<Json> {
  const tell = (child: Fiber, type: string, shape: ShapeName, index: number) =>
    child.emitAside({ type, shape, more: { name, index } });
  const outputs = await runChildFibers(fiber, {
    count: items.values.length,
    concurrency,
    machineOf: () => machine,
    begin: (child, index) => beginItem(child, input, items, index, selectItem, fiber),
    onBegun: (child, index) =>
      child.emit({ type: 'MapIterationStarted', shape: 'mapIterationStarted', more: { name, index } }),
    onSucceeded: (child, index) => tell(child, 'MapIterationSucceeded', 'mapIterationSucceeded', index),
    onFailed(child, index) {
      tell(child, 'MapIterationFailed', 'mapIterationFailed', index);
      return false;
    },
    onAborted: (child, index) => tell(child, 'MapIterationAborted', 'mapIterationAborted', index),
  });
  return outputs as Json;
}

/** Gives an iteration its item, and its input. */
function beginItem(
  child: Fiber,
  input: Json,
  items: ItemSet,
  index: number,
  selectItem: Evaluate<Json> | undefined,
  map: Fiber,
): Json | Promise<Json> {
  const key = items.keys?.[index];
  const value = items.values[index] ?? null;
  child.mapItem = key === undefined ? { Index: index, Value: value } : { Index: index, Value: value, Key: key };
  if (!selectItem) return inputOfItem(items, index);
  // The selector sees the Map state's context with the item in it.
  const { stateName, stateType, enteredAt, retryCount } = map;
  Object.assign(child, { stateName, stateType, enteredAt, retryCount });
  try {
    const selected = selectItem(input, child);
    return selected instanceof Promise
      ? selected.then((settled) => limitedArgument(map, settled))
      : limitedArgument(map, selected);
  } finally {
    child.stateName = '';
    child.forgetContext();
  }
}
