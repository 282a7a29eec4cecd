import type { StateReader } from '../../definition/state-reader.ts';

const inputTypes = ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'] as const;
const delimiters = { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' } as const;
const fields = [
  ...['InputType', 'Transformation', 'ManifestType', 'MaxItems', 'MaxItemsPath', 'ItemsPointer'],
  ...['CSVHeaderLocation', 'CSVHeaders', 'CSVDelimiter'],
];
const longestPointer = 2000;

/** What a data set looks like (Developer Guide, "ItemReader"). */
export interface ReaderConfig {
  /** undefined for a list of objects, and for an inventory. */
  readonly inputType: (typeof inputTypes)[number] | undefined;
  readonly manifestType: 'ATHENA_DATA' | 'S3_INVENTORY' | undefined;
  /** True when the objects of a list are to be read, and not the list. */
  readonly loads: boolean;
  /** The sign between two columns. */
  readonly delimiter: string;
  /** The names of the columns; undefined when the first row has them. */
  readonly headers: readonly string[] | undefined;
  /** A JSON Pointer to the items. */
  readonly pointer: string | undefined;
}

/** Reads and checks ReaderConfig of an ItemReader. `action` is what its Resource calls, as `s3:getObject`. */
export function compileReaderConfig(item: StateReader, action: string): ReaderConfig {
  const config = item.objectReader('ReaderConfig') ?? item.inner({}, 'ReaderConfig');
  config.allowOnly(fields, 'those of ReaderConfig');
  config.oneOf('MaxItems', 'MaxItemsPath');
  const inputType = config.choice('InputType', inputTypes);
  const manifestType = config.choice('ManifestType', ['ATHENA_DATA', 'S3_INVENTORY']);
  const loads = config.choice('Transformation', ['NONE', 'LOAD_AND_FLATTEN']) === 'LOAD_AND_FLATTEN';
  const isList = action === 's3:listObjectsV2' && !loads;
  if (manifestType === 'S3_INVENTORY') {
    if (config.has('InputType'))
      config.error('InputType', 'cannot stand beside the ManifestType S3_INVENTORY: it is CSV.');
  } else if (!isList && !config.has('InputType')) {
    config.error('InputType', `is missing: it must be one of ${inputTypes.join(', ')}.`);
  }
  const delimiter = config.choice('CSVDelimiter', Object.keys(delimiters) as (keyof typeof delimiters)[]);
  const headers = readHeaders(config);
  const pointer = readPointer(config);
  const isTable = inputType === 'CSV' || inputType === 'MANIFEST';
  if (config.has('InputType') && !isTable)
    for (const field of ['CSVHeaderLocation', 'CSVHeaders', 'CSVDelimiter'])
      if (config.has(field)) config.error(field, 'is for the InputTypes CSV and MANIFEST only.');
  if (pointer !== undefined && inputType !== 'JSON') config.error('ItemsPointer', 'is for the InputType JSON only.');
  return { inputType, manifestType, loads, delimiter: delimiters[delimiter ?? 'COMMA'], headers, pointer };
}

function readHeaders(config: StateReader): readonly string[] | undefined {
  const location = config.choice('CSVHeaderLocation', ['FIRST_ROW', 'GIVEN']);
  const headers = config.array('CSVHeaders');
  if (headers?.some((header) => typeof header !== 'string')) config.error('CSVHeaders', 'must hold names of columns.');
  if (location === 'GIVEN' && (headers === undefined || headers.length === 0))
    config.error('CSVHeaders', 'is missing: with the CSVHeaderLocation GIVEN it names the columns.');
  if (location !== 'GIVEN' && headers) config.error('CSVHeaders', 'needs the CSVHeaderLocation GIVEN.');
  return location === 'GIVEN' ? headers?.map(String) : undefined;
}

function readPointer(config: StateReader): string | undefined {
  const pointer = config.text('ItemsPointer');
  if (pointer === undefined) return undefined;
  if (!/^(?:\/(?:[^~/]|~[01])*)*$/.test(pointer) || pointer.length >= longestPointer)
    config.error(
      'ItemsPointer',
      `must be a JSON Pointer of less than ${longestPointer} characters, as /orders/0/lines.`,
    );
  return pointer;
}
