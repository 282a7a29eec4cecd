import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Silence } from './worker-messages.ts';

/** The limits that a function sets its calls, on a clock that stands still while anybody still works. */
export interface VirtualLimits {
  /** An invocation begins that may take so long. */
  begin(timeoutMs: number): void;
  /** Milliseconds that the invocation has waited for answers that never come. */
  readonly waitedMs: number;
}

interface Limit {
  readonly dueAt: number;
  readonly controller: AbortController;
}

/**
 * Replaces `AbortSignal.timeout` in this thread. A limit passes at once when the service says that it will never answer,
 * and never because the machine is slow. Limits pass in the order in which they are due until the call is given up;
 * `onOverdue` hears of a call that goes on for longer than the function may take.
 */
export function virtualLimits({ status, header }: Silence, onOverdue: () => void): VirtualLimits {
  let now = 0;
  let timeoutMs = Number.POSITIVE_INFINITY;
  let limits: Limit[] = [];

  AbortSignal.timeout = (milliseconds) => {
    const controller = new AbortController();
    limits.push({ dueAt: now + milliseconds, controller });
    return controller.signal;
  };

  async function passUntilGivenUp(request: ClientRequest): Promise<void> {
    while (!request.destroyed) {
      const next = limits.toSorted((one, other) => one.dueAt - other.dueAt)[0];
      if (!next || next.dueAt >= timeoutMs) {
        now = timeoutMs;
        return onOverdue();
      }
      limits = limits.filter((limit) => limit !== next);
      now = next.dueAt;
      next.controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
      await setImmediate();
    }
  }

  // https://nodejs.org/api/diagnostics_channel.html#http: what a bundle asks by is not replaced, only listened to.
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { readonly request: ClientRequest };
    request.on('information', ({ statusCode }) => statusCode === status && void passUntilGivenUp(request));
  });
  subscribe('http.client.response.finish', (message) => {
    const { request, response } = message as { readonly request: ClientRequest; readonly response: IncomingMessage };
    if (header in response.headers) void passUntilGivenUp(request);
  });

  return {
    begin(milliseconds) {
      now = 0;
      timeoutMs = milliseconds;
      limits = [];
    },
    get waitedMs() {
      return now;
    },
  };
}
