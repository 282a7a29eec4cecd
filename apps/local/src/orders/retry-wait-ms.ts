import { isJsonObject } from '../json/json-object.ts';

/** The defaults of a retrier (States Language, "Retrying after error"). */
const defaults = { IntervalSeconds: 1, BackoffRate: 2, MaxDelaySeconds: Number.POSITIVE_INFINITY };

/** Milliseconds that a retrier waits before its nth retry, the first of which is 1; with jitter, at most. */
export function retryWaitMs(retrier: unknown, retry: number): number {
  const { IntervalSeconds, BackoffRate, MaxDelaySeconds } = { ...defaults, ...(isJsonObject(retrier) ? retrier : {}) };
  const seconds = Number(IntervalSeconds) * Number(BackoffRate) ** (retry - 1);
  return Math.min(seconds, Number(MaxDelaySeconds)) * 1000;
}
