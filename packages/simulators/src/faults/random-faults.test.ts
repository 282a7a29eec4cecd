import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultText, parseFault } from './fault.ts';
import { layerOf } from './fault-targets.ts';
import { faultKind } from './faults.ts';
import { possibleFaults, randomFaults } from './random-faults.ts';

describe(randomFaults, () => {
  it('gives the same faults for the same seed, on every machine', () => {
    const targets = ['validate', 'payment', 'refund', 'shipping', 'cancel', 'notify', 'park'] as const;
    expect(randomFaults(20_260_302, { targets }).map(faultText)).toMatchInlineSnapshot(`
      [
        "refund=wrong-amount:3",
      ]
    `);
    expect(randomFaults(20_260_302)).toEqual(randomFaults(20_260_302));
  });

  it('gives faults that exist, no more and no longer than it may', () => {
    const options = fc.record({ atMost: fc.integer({ min: 0, max: 9 }), timesAtMost: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.integer(), options, (seed, options) => {
        const faults = randomFaults(seed, options);
        expect(faults.length).toBeLessThanOrEqual(options.atMost);
        for (const fault of faults) {
          expect(parseFault(faultText(fault))).toEqual(fault);
          expect(fault.times).toBeLessThanOrEqual(options.timesAtMost);
        }
      }),
    );
  });

  it('comes to every fault in a thousand seeds', () => {
    const aimOf = (text: string) => text.split(':')[0];
    const seen = new Set<string | undefined>();
    for (let seed = 0; seed < 1_000; seed++) for (const fault of randomFaults(seed)) seen.add(aimOf(faultText(fault)));
    expect([...seen].sort()).toEqual(possibleFaults().map(faultText).sort());
  });

  it('keeps to the layers and targets that it is given', () => {
    const faults = randomFaults(1, { atMost: 500, layers: ['carrier'], targets: ['payment', 'cancel'] });
    expect(faults.length).toBeGreaterThan(0);
    expect(new Set(faults.map(({ target }) => target))).toEqual(new Set(['cancel']));
    expect(new Set(faults.map(({ target, kind }) => layerOf(target, faultKind(kind))))).toEqual(new Set(['carrier']));
    expect(randomFaults(1, { layers: ['queue'], targets: ['payment'] })).toEqual([]);
  });
});
