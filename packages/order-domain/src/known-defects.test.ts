import { afterEach, describe, expect, it, vi } from 'vitest';
import { executionName, operationKey } from './operation-key.ts';

/** Mistakes of other order workflows that must not be ours: docs/defects.md. */

afterEach(() => vi.useRealTimers());

describe('names and keys', () => {
  it('of two orders in the same millisecond differ: they come from the order’s id and not from the time', () => {
    vi.useFakeTimers({ now: 0 });
    const made = (orderId: string) => [executionName(orderId), operationKey(orderId, 'charge', 1)];
    const [one, other] = [made('1'), made('2')];
    expect(new Set([...one, ...other]).size).toBe(4);
    vi.setSystemTime(1);
    expect(made('1')).toEqual(one);
  });
});
