import { describe, expect, it } from 'vitest';
import { faultText, stillToStrike } from './wanted-faults.ts';

describe(stillToStrike, () => {
  it('keeps what strikes each time, and what has some left; leaves out what is spent', () => {
    const on = [
      { fault: 'payment=declined', struck: 7 },
      { fault: 'shipping.find=cut-before:3', left: 2, struck: 1 },
      { fault: 'refund=unavailable:1', left: 0, struck: 1 },
    ];
    expect(stillToStrike(on)).toEqual(['payment=declined', 'shipping.find=cut-before:2']);
  });
});

describe(faultText, () => {
  it.each([
    ['', 'payment=declined'],
    ['2', 'payment=declined:2'],
  ])('writes a fault that strikes %j times as %s', (times, text) => {
    expect(faultText('payment', 'declined', times)).toBe(text);
  });
});
