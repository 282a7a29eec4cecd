import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultAt, targets } from '../testing/fault-at.ts';
import { layerOf } from './fault-target.ts';
import { type FaultKind, faults } from './faults.ts';
import { injectedFaultText, parseInjectedFault } from './injected-fault.ts';
import { possibleFaults } from './random-faults.ts';

describe(parseInjectedFault, () => {
  it.each([
    ['payment=timeout-after-success', { target: 'payment', kind: 'timeout-after-success' }],
    ['shipping=unavailable:3', { target: 'shipping', kind: 'unavailable', times: 3 }],
    ['payment.find=cut-before:1', { target: 'payment', kind: 'cut-before', call: 'find', times: 1 }],
    ['payment.charge=declined', { target: 'payment', kind: 'declined' }],
    ['cancel=departed', { target: 'cancel', kind: 'departed' }],
    ['notify=down', { target: 'notify', kind: 'down' }],
    ['notify.write=cut-after:1', { target: 'notify', kind: 'cut-after', call: 'write', times: 1 }],
    ['validate=out-of-memory:2', { target: 'validate', kind: 'out-of-memory', times: 2 }],
    ['park=down:9', { target: 'park', kind: 'down', times: 9 }],
  ])('reads %s', (text, fault) => {
    expect(faultAt(text)).toEqual({ ...fault, place: expect.anything() });
  });

  it.each([
    ['payment=declined', { layer: 'gateway', call: 'charge' }],
    ['payment.find=cut-before', { layer: 'gateway', call: 'find' }],
    ['cancel=departed', { layer: 'carrier', call: 'cancel' }],
    ['validate=down', { layer: 'catalog', target: 'validate' }],
    ['payment=throttled', { layer: 'lambda', target: 'payment' }],
    ['notify=down', { layer: 'topic' }],
    ['notify.read=rate-limited', { layer: 'table', target: 'notify', call: 'read' }],
    ['events=unavailable:2', { layer: 'events' }],
    ['events=entry-failed', { layer: 'events' }],
    ['park=answer-lost', { layer: 'queue' }],
  ])('says where %s strikes', (text, place) => {
    expect(faultAt(text).place).toEqual(place);
  });

  it('reads a fault at whatever stages there are, and knows none of its own', () => {
    const stock = [{ name: 'release-stock', layers: ['lambda'] }] as const;
    expect(parseInjectedFault('release-stock=throttled', stock)).toEqual({
      target: 'release-stock',
      kind: 'throttled',
      place: { layer: 'lambda', target: 'release-stock' },
    });
    expect(() => parseInjectedFault('payment=throttled', stock)).toThrow(
      'there is no "payment"; there are release-stock',
    );
  });

  it('asks for the call at a target that does its work by none', () => {
    const capture = [{ name: 'capture', layers: ['gateway'] }] as const;
    expect(() => parseInjectedFault('capture=unavailable', capture)).toThrow(
      'it strikes charge, find, refund, void, block',
    );
    expect(parseInjectedFault('capture.find=unavailable', capture).place).toEqual({ layer: 'gateway', call: 'find' });
  });

  it.each([
    ['', 'write it as payment=declined'],
    ['payment', 'write it as payment=declined'],
    ['payment=', 'write it as payment=declined'],
    ['payment=declined:x', 'write it as payment=declined'],
    ['payment=declined:1234567', 'write it as payment=declined'],
    ['payment=declined:0', 'a fault that never strikes is none'],
    [
      'billing=declined',
      'there is no "billing"; there are validate, payment, refund, shipping, cancel, notify, events, park',
    ],
    ['payment=late-ish', 'payment has no fault "late-ish"; it has unavailable, rate-limited,'],
    ['shipping=declined', 'shipping has no fault "declined"'],
    ['payment=refund-fails', 'refund-fails cannot strike "charge"; it strikes refund'],
    ['payment.book=unavailable', 'unavailable cannot strike "book"; it strikes charge, find, refund, void, block'],
    ['payment.find=lands-late', 'lands-late cannot strike "find"; it strikes charge, refund, void, block'],
    ['payment.charge=killed', 'killed strikes payment whole; leave out ".charge"'],
    ['notify.publish=down', 'down strikes notify whole'],
    ['notify=cut-after', 'cut-after cannot strike "notify"; it strikes read, write'],
    ['notify.read=written-twice', 'written-twice cannot strike "read"; it strikes write'],
    [
      'events=throttled',
      'events has no fault "throttled"; it has unavailable, rate-limited, down, answer-lost, entry-failed',
    ],
    ['notify=entry-failed', 'notify has no fault "entry-failed"'],
    ['payment=written-twice', 'payment has no fault "written-twice"'],
    ['constructor=down', 'there is no "constructor"'],
  ])('says what is wrong with "%s"', (text, why) => {
    expect(() => faultAt(text)).toThrow(RangeError);
    expect(() => faultAt(text)).toThrow(why);
  });

  it('reads every fault there is from its own text', () => {
    const times = fc.option(fc.integer({ min: 1, max: 999_999 }), { nil: undefined });
    fc.assert(
      fc.property(fc.constantFrom(...possibleFaults(targets)), times, (one, times) => {
        const fault = times === undefined ? one : { ...one, times };
        expect(faultAt(injectedFaultText(fault))).toEqual(fault);
      }),
    );
  });

  it('repeats no more of a text than a line holds', () => {
    expect(() => faultAt('x'.repeat(10_000))).toThrow(/^.{0,200}$/);
  });
});

describe('the table of faults', () => {
  it('names each fault once', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  });

  it('has a target for every fault', () => {
    const aimed = new Set(possibleFaults(targets).map(({ kind }) => kind));
    expect(faults.map(({ name }) => name).filter((name) => !aimed.has(name))).toEqual([]);
  });

  it('leaves no doubt where a fault of a target strikes', () => {
    for (const target of targets)
      for (const kind of faults as readonly FaultKind[]) {
        const layers = target.layers.filter((layer) => kind.layers.includes(layer));
        expect(layers.length, `${target.name}=${kind.name}`).toBeLessThanOrEqual(1);
        expect(layerOf(target, kind)).toBe(layers[0]);
      }
  });
});
