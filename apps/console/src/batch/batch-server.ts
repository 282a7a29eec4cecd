import * as z from 'zod/mini';
import { askServer } from '../api/ask-server.ts';
import { readJsonLines } from './read-json-lines.ts';

const text = z.string();
const standingSchema = z.looseObject({
  batchId: text,
  progress: z.enum(['not-begun', 'working', 'needs-a-person', 'ended']),
  ...{ lines: z.number(), answered: z.number(), statuses: z.record(text, z.number()) },
  result: z.optional(text),
});
/** How a batch stands: `statuses` is how many lines were answered by which status of HTTP. */
export type BatchStanding = z.infer<typeof standingSchema>;

const lineSchema = z.looseObject({
  ...{ line: z.number(), status: z.number(), orderId: z.optional(text) },
  problem: z.optional(
    z.looseObject({
      ...{ title: text, detail: z.optional(text), order: z.optional(text) },
      violations: z.optional(z.array(z.looseObject({ field: text, problem: text }))),
    }),
  ),
});
export type BatchLine = z.infer<typeof lineSchema>;

/** The order API of the server, where it has one. Each throws Refusal or Unreachable. */
export const batchServer = {
  standing: (batchId: string, signal?: AbortSignal) =>
    askServer({ what: 'Batch', path: `/batches/${encodeURIComponent(batchId)}`, answer: standingSchema, signal }),

  /** The lines of a file of results. */
  async result(path: string, signal: AbortSignal): Promise<readonly BatchLine[]> {
    const response = await fetch(path, { signal });
    return response.ok ? readJsonLines(await response.text(), lineSchema) : [];
  },
} as const;
