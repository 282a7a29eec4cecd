import { createSwitchboard, type Fault, faultText, possibleFaults } from '@order-workflow/simulators';
import { describe, expect, it } from 'vitest';
import { faultMatrix } from './fault-matrix.ts';

describe(faultMatrix, () => {
  it('has each of the possible faults under the one name of the place that it strikes', () => {
    const aimed = faultMatrix();
    const strikes = (fault: Fault) => {
      const switchboard = createSwitchboard();
      switchboard.set([fault]);
      const here = aimed.filter(({ place, fault: { kind } }) => {
        const struck = switchboard.take(place) ?? switchboard.take(place, 'effect');
        return struck === kind;
      });
      return here.length;
    };
    expect(possibleFaults().map((fault) => [faultText(fault), strikes(fault)])).toEqual(
      possibleFaults().map((fault) => [faultText(fault), 1]),
    );
  });
});
