import { describe, expect, it } from 'vitest';
import { askAfterMs } from '../bin/bench-orders/ask-after-ms.ts';

/** How often an order is asked after that takes so long. */
function asksOf(takesMs: number, usualMs: number | undefined): number {
  let asks = 0;
  for (let spentMs = 0; spentMs < takesMs; asks++) spentMs += askAfterMs(spentMs, usualMs);
  return asks;
}

describe(askAfterMs, () => {
  it.each([20, 3_000, 20_000])('asks a few times after an order that takes as long as usual: %i ms', (takesMs) => {
    expect(asksOf(takesMs, takesMs)).toBeLessThanOrEqual(6);
  });

  it('asks seldom before anybody knows how long an order takes (regression: 256 orders at once were asked after 94 times each)', () => {
    expect(asksOf(3_000, undefined)).toBeLessThanOrEqual(10);
    expect(asksOf(20_000, undefined)).toBeLessThanOrEqual(12);
  });

  it('asks seldom after an order that takes many times as long as usual', () => {
    expect(asksOf(13_000, 1_500)).toBeLessThanOrEqual(25);
  });

  it.each([20, 300])('sees soon that an order has ended: %i ms', (usualMs) => {
    expect(askAfterMs(usualMs, usualMs)).toBeLessThanOrEqual(Math.max(1, usualMs * 0.05));
  });
});
