import { StateFailure } from '../../failure/state-failure.ts';
import { isJsonObject, type Json } from '../../json/json.ts';

/** The items of a Map state. */
export interface ItemSet {
  /** What `$$.Map.Item.Value` shows, in order. */
  readonly values: readonly Json[];
  /** The members' names when the items are those of an object: `$$.Map.Item.Key`. */
  readonly keys?: readonly string[];
  /** Where they are from, as a distributed Map shows it: `STATE_DATA`, or `S3://bucket/key`. */
  readonly source: string;
}

/** What is in the state's data: an array, or an object whose members are the items; undefined for anything else. */
export function itemSetOf(data: Json): ItemSet | undefined {
  if (Array.isArray(data)) return { values: data, source: 'STATE_DATA' };
  if (!isJsonObject(data)) return undefined;
  return { values: Object.values(data), keys: Object.keys(data), source: 'STATE_DATA' };
}

/** An item as it goes into an iteration that has no ItemSelector: a member of an object with its name (Developer Guide, "ItemsPath"). */
export function inputOfItem({ values, keys }: ItemSet, index: number): Json {
  const value = values[index] ?? null;
  const key = keys?.[index];
  return key === undefined ? value : { Key: key, Value: value };
}

/** The failure of an item source; `cause` says why. */
export function itemReaderFailed(cause: string | undefined): StateFailure {
  return new StateFailure({ kind: 'task', error: 'States.ItemReaderFailed', cause });
}
