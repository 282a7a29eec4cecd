import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { type HistoryEvent, historyEventSchema } from '../src/api/history-event.ts';
import type { Flow } from '../src/definition/flow.ts';
import { readFlow } from '../src/definition/read-flow.ts';

type HistoryName = 'refunded' | 'failed-and-redriven' | 'cancelled-and-refunded' | 'retried';

/** The order workflow's definition, as infra's tests hold it to what is synthesized. */
export function readOrderFlow(): Flow {
  return readFlow(read('../../../infra/test/order-workflow.asl.json'));
}

/** A history that the workflow left, in the shape of GetExecutionHistory. Traces and HTTP headers are cut out. */
export function readHistory(name: HistoryName): readonly HistoryEvent[] {
  return z.array(historyEventSchema).parse(JSON.parse(read(`histories/${name}.json`)));
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
