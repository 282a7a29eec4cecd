import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultAt, targets } from '../testing/fault-at.ts';
import { injectedFaultText } from './injected-fault.ts';
import { possibleFaults, randomFaults } from './random-faults.ts';

describe(randomFaults, () => {
  it('gives the same faults for the same seed, on every machine', () => {
    expect(randomFaults(20_260_302, targets).map(injectedFaultText)).toMatchInlineSnapshot(`
      [
        "refund=sdk-exception:3",
      ]
    `);
    expect(randomFaults(20_260_302, targets)).toEqual(randomFaults(20_260_302, targets));
  });

  it('gives faults that exist, no more and no longer than it may', () => {
    const options = fc.record({ atMost: fc.integer({ min: 0, max: 9 }), timesAtMost: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.integer(), options, (seed, options) => {
        const faults = randomFaults(seed, targets, options);
        expect(faults.length).toBeLessThanOrEqual(options.atMost);
        for (const fault of faults) {
          expect(faultAt(injectedFaultText(fault))).toEqual(fault);
          expect(fault.times).toBeLessThanOrEqual(options.timesAtMost);
        }
      }),
    );
  });

  it('comes to every fault in a thousand seeds', () => {
    const aimOf = (text: string) => text.split(':')[0];
    const seen = new Set<string | undefined>();
    for (let seed = 0; seed < 1_000; seed++)
      for (const fault of randomFaults(seed, targets)) seen.add(aimOf(injectedFaultText(fault)));
    expect([...seen].sort()).toEqual(possibleFaults(targets).map(injectedFaultText).sort());
  });

  it('keeps to the layers and targets that it is given', () => {
    const some = targets.filter(({ name }) => name === 'payment' || name === 'cancel');
    const faults = randomFaults(1, some, { atMost: 500, layers: ['carrier'] });
    expect(faults.length).toBeGreaterThan(0);
    expect(new Set(faults.map(({ target }) => target))).toEqual(new Set(['cancel']));
    expect(new Set(faults.map(({ place }) => place.layer))).toEqual(new Set(['carrier']));
    expect(randomFaults(1, some, { layers: ['queue'] })).toEqual([]);
  });
});
