import type { Dialect } from '../../dataflow/dialect.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import type { Fiber } from '../../execution/fiber.ts';
import { runtimeFailure } from '../../failure/state-failure.ts';
import type { Json } from '../../json/json.ts';

/** Puts items together to the inputs of the child executions. */
export type BatchItems = (items: readonly Json[], input: Json, fiber: Fiber) => Promise<readonly Json[]>;

const fields = ['BatchInput', 'MaxItemsPerBatch', 'MaxInputBytesPerBatch'];
const pathFields = ['MaxItemsPerBatchPath', 'MaxInputBytesPerBatchPath'];

/** Compiles ItemBatcher of a distributed Map (Developer Guide, "ItemBatcher"); undefined when the state has none. */
export function compileItemBatcher(reader: StateReader, dialect: Dialect): BatchItems | undefined {
  const batcher = reader.objectReader('ItemBatcher');
  if (!batcher) return undefined;
  batcher.allowOnly(
    [...fields, ...(dialect.argumentsField === 'Parameters' ? pathFields : [])],
    'those of ItemBatcher',
  );
  const mostItems = compileLimit(batcher, dialect, 'MaxItemsPerBatch', 99_999_999);
  const mostBytes = compileLimit(batcher, dialect, 'MaxInputBytesPerBatch', 262_144);
  if (!mostItems && !mostBytes)
    batcher.error('MaxItemsPerBatch', 'is missing: a batcher needs it, or MaxInputBytesPerBatch.');
  const readBatchInput = dialect.compileTemplate(batcher, 'BatchInput');
  return async (items, input, fiber) => {
    const limits = {
      items: (await mostItems?.(input, fiber)) ?? Number.POSITIVE_INFINITY,
      bytes: (await mostBytes?.(input, fiber)) ?? 262_144,
    };
    const batchInput = await readBatchInput?.(input, fiber);
    return batches(items, limits).map((batch) => ({
      ...(batchInput !== undefined && { BatchInput: batchInput }),
      Items: batch,
    }));
  };
}

function compileLimit(
  batcher: StateReader,
  dialect: Dialect,
  field: string,
  most: number,
): ((input: Json, fiber: Fiber) => Promise<number>) | undefined {
  batcher.oneOf(field, `${field}Path`);
  if (!dialect.isExpression(batcher.get(field))) batcher.number(field, 1, { most });
  const read = dialect.compileValue(batcher, field);
  if (!read) return undefined;
  return async (input, fiber) => {
    const found = read(input, fiber);
    const value = found instanceof Promise ? await found : found;
    if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
    throw runtimeFailure(`The ${field} field must be a positive integer but was: ${JSON.stringify(value)}`);
  };
}

function batches(items: readonly Json[], most: { readonly items: number; readonly bytes: number }): Json[][] {
  const made: Json[][] = [];
  let batch: Json[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (batch.length > 0 && (batch.length >= most.items || bytes + size > most.bytes)) {
      made.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += size;
  }
  return batch.length > 0 ? [...made, batch] : made;
}
