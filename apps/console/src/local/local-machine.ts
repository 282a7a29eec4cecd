import * as z from 'zod/mini';
import { askServer } from '../api/ask-server.ts';

const logEvent = z.looseObject({ timestamp: z.number(), functionName: z.string(), message: z.string() });

const strike = z.looseObject({ fault: z.string(), state: z.string(), attemptAt: z.number() });
export type FaultInjection = z.infer<typeof strike>;

const message = z.looseObject({
  subject: z.string(),
  text: z.string(),
  attributes: z.record(z.string(), z.string()),
});
export type CustomerMessage = z.infer<typeof message>;

const logs = z.looseObject({ events: z.array(logEvent), keptSince: z.nullish(z.number()) });
export type Logs = z.infer<typeof logs>;

const faults = z.looseObject({
  on: z.array(z.looseObject({ fault: z.string(), left: z.nullish(z.number()), struck: z.number() })),
  known: z.array(z.looseObject({ fault: z.string(), targets: z.array(z.string()), description: z.string() })),
});
export type Faults = z.infer<typeof faults>;
export type FaultOn = Faults['on'][number];

/**
 * What the server offers under `/_local` when it runs on a laptop, in place of what AWS has elsewhere: CloudWatch, the
 * customer's inbox. Each throws Refusal or Unreachable, which is also what a server without it gives.
 */
export const localMachine = {
  /**
   * The lines that functions wrote for an execution, oldest first, and since when any are kept. Times are seconds since the
   * epoch; `keptSince` is by the clock of executions.
   */
  logs: (executionArn: string, signal?: AbortSignal) =>
    ask(`/_local/logs?${new URLSearchParams({ executionArn })}`, logs, signal),

  /** The newest messages to customers, newest first, or those of one notice. */
  messages: (notificationId: string | undefined, signal?: AbortSignal) =>
    ask(
      `/_local/messages${notificationId === undefined ? '' : `?${new URLSearchParams({ notificationId })}`}`,
      z.looseObject({ messages: z.array(message) }),
      signal,
    ),

  /** Which attempts of an execution a fault struck that was switched on. */
  strikes: (executionArn: string, signal?: AbortSignal) =>
    ask(
      `/_local/strikes?${new URLSearchParams({ executionArn })}`,
      z.looseObject({ strikes: z.array(strike) }),
      signal,
    ),

  /** Lets an execution go on that waits for its next attempt, or in a Wait state. */
  skipWaits: (executionArn: string) =>
    send('/_local/skip-waits', 'POST', { executionArn }, z.looseObject({ skipped: z.number() })),

  faults: (signal?: AbortSignal) => ask('/_local/faults', faults, signal),

  /** Leaves exactly these faults switched on, each written like `payment=unavailable:2`. */
  switchFaults: (wanted: readonly string[]) => send('/_local/faults', 'PUT', { faults: wanted }, faults),
} as const;

function ask<Schema extends z.ZodMiniType>(path: string, answer: Schema, signal?: AbortSignal) {
  return askServer({ what: path, path, answer, signal });
}

function send<Schema extends z.ZodMiniType>(path: string, method: 'PUT' | 'POST', body: object, answer: Schema) {
  const request = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return askServer({ what: path, path, request, answer });
}
