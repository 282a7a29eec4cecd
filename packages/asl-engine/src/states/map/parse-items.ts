import { isJsonObject, type Json } from '../../json/json.ts';
import { type ItemSet, itemReaderFailed, itemSetOf } from './item-set.ts';
import { parseTable } from './parse-table.ts';
import type { ReaderConfig } from './reader-config.ts';

/** The items in an object's text, by ReaderConfig. Throws StateFailure, States.ItemReaderFailed. */
export function parseItems(text: string, config: ReaderConfig, source: string): ItemSet {
  switch (config.inputType) {
    case 'JSON':
      return { ...itemsOfJson(text, config.pointer), source };
    case 'JSONL':
      return {
        values: text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(parseJson),
        source,
      };
    case 'PARQUET':
      throw itemReaderFailed('Parquet is not read here: let the integration give an array of items.');
    default:
      return { values: parseTable(text, config.delimiter, config.headers), source };
  }
}

function itemsOfJson(text: string, pointer: string | undefined): ItemSet {
  let found: Json | undefined = parseJson(text);
  for (const part of (pointer ?? '').split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(found)) found = (found as readonly Json[])[Number(name)];
    else found = isJsonObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  }
  const items = found === undefined ? undefined : itemSetOf(found);
  if (items) return items;
  throw itemReaderFailed(
    pointer === undefined
      ? 'The JSON must be an array or an object.'
      : `The ItemsPointer '${pointer}' must lead to an array or an object.`,
  );
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch (problem) {
    throw itemReaderFailed(`The text is not JSON: ${problem instanceof Error ? problem.message : problem}`);
  }
}
