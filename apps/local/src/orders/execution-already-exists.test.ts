import { anOrder } from '@order-workflow/order-domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDifference } from './execution-already-exists.ts';

const order = anOrder().sentTo({ line1: 'Hauptstr. 1', city: 'Berlin', postalCode: '10115', country: 'DE' }).build();
const json = fc.jsonValue({ depthSize: 'small' }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

/** The same value with the fields of every object in another sequence. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

/** Whether two JSON values are the same, by a way of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}

describe(describeDifference, () => {
  it.each([
    [{ paymentMethod: 'PayPal' }, 'paymentMethod was given "CreditCard", now given "PayPal"'],
    [{ items: [{ sku: 'SKU001', quantity: 3 }] }, 'items[0].quantity was given 2, now given 3'],
    [{ currency: 'JPY' }, 'currency was missing, now given "JPY"'],
  ])('names the field with what it was and is: %j', (change, words) => {
    expect(describeDifference(order, { ...order, ...change })).toBe(words);
  });

  it('counts what differs besides', () => {
    expect(describeDifference(order, { ...order, paymentMethod: 'PayPal', currency: 'JPY' })).toContain(
      'and 1 more place',
    );
    expect(describeDifference({ a: 1, b: 1, c: 1 }, { a: 2, b: 2, c: 2 })).toContain('and 2 more places');
  });

  it('tells of a whole order that became something else', () => {
    expect(describeDifference(order, [])).toMatch(/^the order was .*, now given a list of 0$/);
  });

  it('never repeats personal data', () => {
    const was = { ...order, customerName: 'Grace Hopper', customerEmail: 'grace@example.com' };
    const changes = [
      { customerEmail: 'ada@example.com' },
      { customerName: 'Ada Lovelace' },
      { customerPhone: '+49301234567' },
      { shippingAddress: { ...order.shippingAddress, line1: 'Nebenstr. 2' } },
      { shippingAddress: 'Nebenstr. 2' },
      { paymentToken: 'tok_secret' },
    ];
    for (const change of changes) {
      const words = describeDifference(was, { ...was, ...change }) ?? '';
      expect(words).not.toMatch(/grace|ada|hopper|lovelace|4930|hauptstr|nebenstr|tok_secret/i);
      expect(words).toMatch(/ was .*, now /);
    }
  });

  it('is undefined exactly when the values are the same, in whatever sequence fields are named', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(describeDifference(one, turned(one))).toBeUndefined();
        expect(describeDifference(one, other) === undefined).toBe(canonical(one) === canonical(other));
      }),
    );
  });

  it('notices each single change', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json, { minKeys: 1 }), fc.nat(), json, (value, place, instead) => {
        const keys = Object.keys(value);
        const key = keys[place % keys.length] ?? '';
        const changed = { ...value, [key]: instead };
        expect(describeDifference(value, changed) === undefined).toBe(canonical(value) === canonical(changed));
      }),
    );
  });
});
