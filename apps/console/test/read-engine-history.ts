import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { historyEventSchema } from '../src/api/history-event.ts';
import { readFlow } from '../src/definition/read-flow.ts';

/** Made by `asl-engine`, whose test compares them: a definition, the status in the end, and the history. */
const folder = new URL('../../../packages/asl-engine/test/histories/', import.meta.url);
const fixture = z.object({ definition: z.looseObject({}), status: z.string(), events: z.array(historyEventSchema) });

export const engineHistories: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

export function readEngineHistory(name: string) {
  const { definition, status, events } = fixture.parse(
    JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
  );
  return { flow: readFlow(JSON.stringify(definition)), status, events };
}
