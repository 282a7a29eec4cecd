import { createSwitchboard, type InjectedFault, injectedFaultText, possibleFaults } from '@order-workflow/simulators';
import { describe, expect, it } from 'vitest';
import { faultMatrix } from './fault-matrix.ts';
import { faultTargetsHere, type StageTarget } from './fault-targets.ts';

describe(faultMatrix, () => {
  it('has each of the possible faults under the one name of the place that it strikes', () => {
    // An order does not come by what only cancellations do.
    const targets = faultTargetsHere().filter(({ cancels }) => !cancels);
    expect(targets.map(({ name }) => name)).not.toContain('takeover');
    const aimed = faultMatrix(targets);
    const strikes = (fault: InjectedFault) => {
      const switchboard = createSwitchboard();
      switchboard.set([fault]);
      const here = aimed.filter(({ fault: { place, kind } }) => {
        const struck = switchboard.take(place) ?? switchboard.take(place, 'effect');
        return struck === kind;
      });
      return here.length;
    };
    expect(possibleFaults(targets).map((fault) => [injectedFaultText(fault), strikes(fault)])).toEqual(
      possibleFaults(targets).map((fault) => [injectedFaultText(fault), 1]),
    );
  });

  it.each([
    ['release-stock=throttled', ['reserve-stock=defect']],
    ['reserve-stock=throttled', []],
  ])('brings an order to %s by %j, at stages that nobody has listed', (text, alongside) => {
    const targets: readonly StageTarget[] = [
      { name: 'reserve-stock', layers: ['lambda'] },
      { name: 'release-stock', layers: ['lambda'], undoes: 'reserve-stock' },
    ];
    const aimed = faultMatrix(targets).find(({ fault }) => injectedFaultText(fault) === text);
    expect(aimed?.alongside.map(injectedFaultText)).toEqual(alongside);
  });

  it('has the faults of a table at each stage that asks it, and brings an order to where it is read', () => {
    const targets: readonly StageTarget[] = [
      { name: 'claim', layers: ['table', 'lambda'] },
      { name: 'close', layers: ['topic', 'table', 'lambda'] },
    ];
    const aimed = faultMatrix(targets).map(({ fault, alongside }) => [
      injectedFaultText(fault),
      ...alongside.map(injectedFaultText),
    ]);
    for (const name of ['claim', 'close']) {
      expect(aimed).toContainEqual([`${name}.write=cut-after`]);
      expect(aimed).toContainEqual([`${name}.read=cut-after`, `${name}.write=cut-after:1`]);
    }
  });
});
