import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestedLambda } from '@order-workflow/asl-engine/testing';

let loads = 0;

/** The functions in a lesson's folder, by their names: each file exports a handler. They are loaded anew, and remember nothing. */
export async function functionsOf(folder: string): Promise<Readonly<Record<string, TestedLambda>>> {
  loads += 1;
  const files = readdirSync(folder).filter((name) => name.endsWith('Function.mjs'));
  const loaded = files.map(async (name) => {
    const { handler } = await import(`${pathToFileURL(join(folder, name)).href}?load=${loads}`);
    return [name.slice(0, -'.mjs'.length), handler] as const;
  });
  return Object.fromEntries(await Promise.all(loaded));
}
