import { isJsonObject, type Json } from '../../json/json.ts';
import { itemReaderFailed } from './item-set.ts';
import { parseRows } from './parse-table.ts';

/** An object that a manifest names. */
export interface ListedObject {
  readonly Bucket: string;
  readonly Key: string;
}

/** What a manifest says: where the data are, and the names of their columns where it has them. */
export interface Manifest {
  readonly objects: readonly ListedObject[];
  readonly headers?: readonly string[];
}

/** Reads the `manifest.json` of an S3 inventory in CSV (S3 User Guide, "Locating your inventory list"). */
export function readInventory(text: string, bucket: string): Manifest {
  const manifest = parse(text);
  const files = isJsonObject(manifest) ? manifest['files'] : undefined;
  const schema = isJsonObject(manifest) ? manifest['fileSchema'] : undefined;
  if (!Array.isArray(files) || typeof schema !== 'string')
    throw itemReaderFailed('The manifest of an inventory must have files and a fileSchema, in CSV.');
  const keys = (files as readonly Json[]).map((file) => (isJsonObject(file) ? String(file['key']) : ''));
  return {
    objects: keys.map((Key) => ({ Bucket: bucket, Key })),
    headers: schema.split(',').map((name) => name.trim()),
  };
}

/** Reads the manifest of an Athena UNLOAD: a table of one column with S3 URIs (Athena User Guide, "UNLOAD"). */
export function readAthenaManifest(text: string): Manifest {
  const objects = parseRows(text, ',').map(([uri = '']) => {
    const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/i.exec(uri) ?? [];
    if (Bucket === undefined || Key === undefined) throw itemReaderFailed(`The manifest names no S3 object: '${uri}'`);
    return { Bucket, Key };
  });
  return { objects };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw itemReaderFailed('The manifest of an inventory must be JSON.');
  }
}
