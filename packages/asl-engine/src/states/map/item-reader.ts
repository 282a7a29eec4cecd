import type { Dialect, Evaluate } from '../../dataflow/dialect.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import type { Fiber } from '../../execution/fiber.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { parseTaskResource } from '../../task/task-resource.ts';
import type { ItemSet } from './item-set.ts';
import { compileMapNumber } from './map-number.ts';
import { parseItems } from './parse-items.ts';
import { type ListedObject, readAthenaManifest, readInventory } from './read-manifest.ts';
import { bodyOf, callIntegration, listObjects } from './read-objects.ts';
import { compileReaderConfig, type ReaderConfig } from './reader-config.ts';

/** Reads the items of a Map state. Rejects with StateFailure. */
export type ReadItems = (input: Json, fiber: Fiber) => Promise<ItemSet>;

/** The most items one Map Run may have (Developer Guide, "ItemReader"). */
const mostItems = 100_000_000;

/**
 * Compiles ItemReader (Developer Guide, "ItemReader"): the items are in objects that the integrations `s3:getObject` and
 * `s3:listObjectsV2` give, which the host registers. An integration may also give the array of items itself. undefined when the state
 * has no reader.
 */
export function compileItemReader(reader: StateReader, dialect: Dialect): ReadItems | undefined {
  const item = reader.objectReader('ItemReader');
  if (!item) return undefined;
  item.allowOnly(['Resource', dialect.argumentsField, 'ReaderConfig'], 'those of ItemReader');
  const resource = parseTaskResource(item.text('Resource') ?? '');
  if (resource?.kind !== 'integration') {
    item.error('Resource', 'must name an integration, as arn:aws:states:::s3:getObject.');
    return undefined;
  }
  const { key } = resource;
  const config = compileReaderConfig(item, key);
  const evaluate = dialect.compileTemplate(item, dialect.argumentsField);
  const readMost = compileMost(item, dialect);
  return async (input, fiber) => {
    const given = (await evaluate?.(input, fiber)) ?? {};
    const most = (await readMost(input, fiber)) ?? mostItems;
    const items = await read(fiber, key, isJsonObject(given) ? given : {}, config, most);
    return { ...items, values: items.values.slice(0, most) };
  };
}

function compileMost(item: StateReader, dialect: Dialect): Evaluate<number | undefined> {
  const config = item.objectReader('ReaderConfig');
  const rules = {
    kind: 'integer',
    most: mostItems,
    outOfRange: `MaxItems must be between 0 and ${mostItems}.`,
  } as const;
  return config ? compileMapNumber(config, dialect, 'MaxItems', rules) : () => undefined;
}

async function read(
  fiber: Fiber,
  key: string,
  parameters: JsonObject,
  config: ReaderConfig,
  most: number,
): Promise<ItemSet> {
  if (key === 's3:listObjectsV2') {
    const objects = await listObjects(fiber, parameters, most);
    const bucket = String(parameters['Bucket']);
    if (!config.loads) return { values: objects, source: `S3://${bucket}` };
    const listed = objects.flatMap((object) => (isJsonObject(object) ? [String(object['Key'])] : []));
    return await readAll(
      fiber,
      listed.map((Key) => ({ Bucket: bucket, Key })),
      config,
    );
  }
  const answer = await callIntegration(fiber, key, parameters);
  const source = sourceOf(parameters);
  if (Array.isArray(answer)) return { values: answer, source };
  const text = bodyOf(answer);
  if (config.manifestType === 'S3_INVENTORY' || config.inputType === 'MANIFEST') {
    const { objects, headers } = readInventory(text, String(parameters['Bucket']));
    return await readAll(fiber, objects, { ...config, inputType: 'CSV', headers });
  }
  if (config.manifestType === 'ATHENA_DATA') return await readAll(fiber, readAthenaManifest(text).objects, config);
  return parseItems(text, config, source);
}

async function readAll(fiber: Fiber, objects: readonly ListedObject[], config: ReaderConfig): Promise<ItemSet> {
  const values: Json[] = [];
  for (const object of objects) {
    const answer = await callIntegration(fiber, 's3:getObject', { ...object });
    const items = Array.isArray(answer) ? (answer as readonly Json[]) : parseItems(bodyOf(answer), config, '').values;
    values.push(...items);
  }
  return { values, source: objects[0] ? sourceOf({ ...objects[0] }) : 'S3://' };
}

function sourceOf({ Bucket, Key }: JsonObject): string {
  return `S3://${Bucket}/${Key}`;
}
