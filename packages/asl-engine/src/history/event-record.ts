import type { Json, JsonObject } from '../json/json.ts';
import { type ShapeName, shapes } from './event-shapes.ts';

/** One event in the shape of GetExecutionHistory: common fields, and the details that its type has under one more key. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: Date;
  readonly type: string;
  readonly [details: `${string}EventDetails`]: Readonly<Record<string, unknown>>;
}

/** An event as the engine keeps it: cheap to make, turned into a HistoryEvent when it is read. */
export interface EventRecord {
  readonly id: number;
  readonly previousEventId: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly type: string;
  readonly shape: ShapeName;
  readonly subject: Json | undefined;
  readonly value: Json | undefined;
  readonly more: JsonObject | undefined;
}

/** The event as GetExecutionHistory would show it. */
export function toHistoryEvent({
  id,
  previousEventId,
  at,
  type,
  shape,
  subject,
  value,
  more,
}: EventRecord): HistoryEvent {
  const { key, build } = shapes[shape];
  const event: { -readonly [Field in keyof HistoryEvent]: HistoryEvent[Field] } = {
    id,
    previousEventId,
    timestamp: new Date(at),
    type,
  };
  if (key !== undefined) event[key] = build(subject, value, more);
  return event;
}
