import * as z from 'zod/mini';

/** One event of a history as GetExecutionHistory gives it. Its details stand under a key named after its type. */
export const historyEventSchema = z.pipe(
  z.looseObject({
    id: z.int(),
    previousEventId: z._default(z.int(), 0),
    timestamp: z.number(),
    type: z.string(),
  }),
  z.transform(({ id, previousEventId, timestamp, type, ...rest }): HistoryEvent => {
    const details = Object.entries(rest).find(([key]) => key.endsWith('EventDetails'))?.[1];
    return { id, previousEventId, at: timestamp * 1000, type, details: isRecord(details) ? details : {} };
  }),
);

export interface HistoryEvent {
  readonly id: number;
  /** 0 when it follows nothing. */
  readonly previousEventId: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** `TaskStateEntered`, `TaskScheduled`, … */
  readonly type: string;
  readonly details: Readonly<Record<string, unknown>>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
