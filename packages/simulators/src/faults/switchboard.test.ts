import { describe, expect, it } from 'vitest';
import { faultAt } from '../testing/fault-at.ts';
import { injectedFaultText } from './injected-fault.ts';
import { createSwitchboard } from './switchboard.ts';

const charge = { layer: 'gateway', call: 'charge' } as const;
const parse = (...texts: string[]) => texts.map(faultAt);

describe(createSwitchboard, () => {
  it('strikes as often as it says, and then lets the next one strike', () => {
    const switchboard = createSwitchboard();
    switchboard.set(parse('payment=unavailable:2', 'payment=cut-after'));
    const taken = Array.from({ length: 4 }, () => switchboard.take(charge));
    expect(taken).toEqual(['unavailable', 'unavailable', 'cut-after', 'cut-after']);
    expect(switchboard.list()).toMatchObject([
      { left: 0, struck: 2 },
      { left: undefined, struck: 2 },
    ]);
  });

  it('strikes only the call it is aimed at, whichever stage makes it', () => {
    const switchboard = createSwitchboard();
    switchboard.set(parse('refund.find=unavailable'));
    expect(switchboard.take(charge)).toBeUndefined();
    expect(switchboard.take({ layer: 'carrier', call: 'find' })).toBeUndefined();
    expect(switchboard.take({ layer: 'gateway', call: 'find' })).toBe('unavailable');
  });

  it('tells what a call is answered from what comes of it', () => {
    const switchboard = createSwitchboard();
    switchboard.set(parse('payment=declined'));
    expect(switchboard.take(charge)).toBeUndefined();
    expect(switchboard.take(charge, 'effect')).toBe('declined');
  });

  it('strikes a function by the name of its stage, and the topic and the queue whoever sends there', () => {
    const switchboard = createSwitchboard();
    switchboard.set(parse('payment=killed', 'notify=down', 'park=down'));
    expect(switchboard.take({ layer: 'lambda', target: 'shipping' })).toBeUndefined();
    expect(switchboard.take({ layer: 'lambda', target: 'payment' })).toBe('killed');
    expect(switchboard.take({ layer: 'lambda', target: 'notify' })).toBeUndefined();
    expect(switchboard.take({ layer: 'topic' })).toBe('down');
    expect(switchboard.take({ layer: 'queue' })).toBe('down');
  });

  it('refuses what nobody here would bring about, and keeps what was on', () => {
    const switchboard = createSwitchboard({ serves: ['gateway'] });
    switchboard.set(parse('payment=late'));
    expect(() => switchboard.set(parse('payment=declined', 'shipping=refused'))).toThrow(
      'shipping=refused cannot strike here, only faults of gateway',
    );
    expect(() => switchboard.add(faultAt('payment=killed'))).toThrow(RangeError);
    expect(switchboard.list().map(({ fault }) => injectedFaultText(fault))).toEqual(['payment=late']);
  });

  it('is empty when it is cleared, and tells whoever counts what strikes', () => {
    const struck: string[] = [];
    const switchboard = createSwitchboard({ onStrike: (fault, { layer }) => struck.push(`${layer} ${fault.kind}`) });
    switchboard.add(faultAt('payment=late'));
    switchboard.add(faultAt('payment=cut-after'));
    switchboard.take(charge);
    switchboard.take(charge, 'effect');
    switchboard.clear();
    expect(switchboard.take(charge)).toBeUndefined();
    expect(switchboard.list()).toEqual([]);
    expect(struck).toEqual(['gateway cut-after', 'gateway late']);
  });
});
