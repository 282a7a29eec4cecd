import { holdsCardNumber, instantSchema, orderIdSchema, outcomeSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import type { FindingCounts } from './decision.ts';
import type { InvocationEnd } from './invocation-end.ts';
import { invocationMetrics } from './invocation-metrics.ts';

/** What is known of an invocation that has ended. Moments are milliseconds since the epoch. */
export interface EndedInvocation {
  readonly state: string;
  readonly functionName: string;
  readonly requestId: string | undefined;
  readonly traceHeader: string | undefined;
  /** The record as it came, and beside it what is known of the execution. */
  readonly record: unknown;
  readonly ending: InvocationEnd;
  /** How often it came upon each of the findings of its manifest; of one that has none, nothing. */
  readonly found?: FindingCounts;
  readonly coldStart: boolean;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Executions may be named by whom they are for; such a name does not get in. */
const executionNameSchema = z.string().check(z.regex(/^[\w-]{1,80}$/));
const attemptSchema = z.int().check(z.minimum(1));

const levels = { receipt: 'INFO', rejection: 'INFO', pending: 'INFO', fault: 'WARN', defect: 'ERROR' } as const;

/**
 * The one line that an invocation leaves in the log. Its fields are listed here and nowhere else; of the record it takes
 * the order's id, outcome and age and the execution's name, each only in the form that the schemas give it and none that holds a
 * card number, so that no personal data gets in.
 * `timestamp`, `level` and `requestId` are named as Lambda names them in its own JSON lines
 * (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html).
 */
export function invocationLine(invocation: EndedInvocation) {
  const { state, functionName, requestId, traceHeader, record, ending, coldStart, startedAt, endedAt } = invocation;
  const { found = {} } = invocation;
  const validatedAt = find(instantSchema, record, 'validation', 'validatedAt');
  const fields = {
    timestamp: new Date(endedAt).toISOString(),
    level: levels[ending.outcome],
    requestId,
    traceId: /Root=([0-9a-f-]{1,64})/.exec(traceHeader ?? '')?.[1],
    functionName,
    state,
    orderId: read(orderIdSchema, record, 'order', 'orderId'),
    executionName: read(executionNameSchema, record, 'execution', 'name'),
    /** Of the task; a redrive begins at 1 again. */
    attempt: read(attemptSchema, record, 'execution', 'attempt'),
    orderOutcome: read(outcomeSchema, record, 'outcome'),
    /** Since the order was found valid. */
    orderAgeSeconds: validatedAt === undefined ? undefined : secondsBetween(Date.parse(validatedAt), startedAt),
    ...ending,
    coldStart,
    durationMs: endedAt - startedAt,
  };
  return { ...fields, ...invocationMetrics(fields, found, endedAt) };
}

/** Two machines' clocks differ a little: never negative. */
function secondsBetween(from: number, to: number): number {
  return Math.max(0, Math.round((to - from) / 1000));
}

interface Reader<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

/** What stands at this path and may be logged. */
function read<T>(schema: Reader<T>, record: unknown, ...path: readonly string[]): T | undefined {
  const found = find(schema, record, ...path);
  return found === undefined || holdsCardNumber(String(found)) ? undefined : found;
}

/** What stands at this path, if it is what the schema says. */
function find<T>(schema: Reader<T>, record: unknown, ...path: readonly string[]): T | undefined {
  const found = path.reduce<unknown>(
    (at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    record,
  );
  const parsed = schema.safeParse(found);
  return parsed.success ? parsed.data : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
