import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { describeIssues, violationText } from './describe-issues.ts';
import { orderSchema } from './order.ts';
import { anOrder } from './testing/index.ts';

function complaints(input: unknown, schema: z.ZodMiniType = orderSchema): string[] {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : describeIssues(parsed.error.issues, input).map(violationText);
}

const own = "a shop's own fields go into attributes";
const withQuantity = (quantity: unknown) => ({ ...anOrder().build(), items: [{ sku: 'SKU001', quantity }] });

describe(describeIssues, () => {
  it('finds nothing to say about a valid order', () => {
    expect(complaints(anOrder().build())).toEqual([]);
  });

  it.each([
    [0, 'given 0, expected at least 1'],
    [-0, 'given 0, expected at least 1'],
    [-1, 'given -1, expected at least 1'],
    [1.5, 'given 1.5, expected a whole number'],
    [1e9, 'given 1000000000, expected at most 9999'],
    ['2', 'given "2", expected a number'],
    [null, 'given null, expected a number'],
    [true, 'given true, expected a number'],
    [[1, 2], 'given a list of 2, expected a number'],
    [{}, 'given an object, expected a number'],
    [undefined, 'missing, expected a number'],
    [Number.POSITIVE_INFINITY, 'given Infinity, expected a number'],
  ])('says of a quantity of %j: %s', (quantity, problem) => {
    expect(complaints(withQuantity(quantity))).toEqual([`items[0].quantity: ${problem}`]);
  });

  it.each([
    [1e21, 'given 1e+21, expected at most 9999'],
    [2 ** 53, 'given 9007199254740992, expected at most 9999'],
    [-1e308, 'given -1e+308, expected at least 1'],
  ])('complains once of %d, which is beyond the safe integers as well', (quantity, problem) => {
    expect(complaints(withQuantity(quantity))).toEqual([`items[0].quantity: ${problem}`]);
  });

  it('names the bound of whole numbers when there is no other', () => {
    expect(complaints(1e21, z.int())).toEqual(['order: given a number, expected at most 9007199254740991']);
  });

  it('calls the whole what it is, an order unless it is said', () => {
    const schema = z.strictObject({});
    const { issues } = schema.safeParse({ max: 1 }).error ?? { issues: [] };
    expect(describeIssues(issues, { max: 1 }, 'request')).toEqual([{ field: 'request', problem: 'unknown key "max"' }]);
  });

  it('names unknown keys, five at most, in the object that holds them', () => {
    expect(complaints({ ...anOrder().build(), price: 1 })).toEqual([`order: unknown key "price"; ${own}`]);
    expect(complaints({ ...anOrder().build(), a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 })).toEqual([
      `order: unknown keys "a", "b", "c", "d", "e" and 2 more; ${own}`,
    ]);
    const unknownInLine = { ...anOrder().build(), items: [{ sku: 'A', quantity: 1, discount: 5 }] };
    expect(complaints(unknownInLine)).toEqual([`items[0]: unknown key "discount"; ${own}`]);
  });

  it.each([
    ['a\u202eb', 'a key of 3 characters'],
    ['x'.repeat(41), 'a key of 41 characters'],
    ['"'.repeat(40), 'a key of 40 characters'],
    ['\n', 'a key of 1 character'],
    ['5555 5555 5555 4444', 'a key of 19 characters'],
    ['🎁'.repeat(21), 'a key of 21 characters'],
  ])('does not repeat a key that is long or could deceive: %j', (key, shown) => {
    expect(complaints({ ...anOrder().build(), [key]: 1 })).toEqual([`order: unknown key ${shown}; ${own}`]);
  });

  it('speaks of one entry and of many, of one character and of many', () => {
    const { items, ...rest } = anOrder().build();
    expect(complaints({ ...rest, items: [] })).toEqual(['items: given a list of 0, expected at least 1 entry']);
    const many = Array.from({ length: 501 }, () => items[0]);
    expect(complaints({ ...rest, items: many })).toEqual(['items: given a list of 501, expected at most 500 entries']);
    expect(complaints({ ...rest, items, orderId: '' })).toEqual(['orderId: given "", expected at least 1 character']);
  });

  it('says what is allowed where a few values are', () => {
    const order = { ...anOrder().build(), paymentMethod: 'Cash' };
    expect(complaints(order)).toEqual([
      'paymentMethod: given "Cash", expected one of "CreditCard", "DebitCard", "PayPal", "BankTransfer", "ApplePay", "GooglePay"',
    ]);
  });

  it.each([
    ['customerPhone', 491511234567, 'given a number, expected text'],
    ['customerEmail', false, 'given a boolean, expected text'],
    ['customerEmail', 'jane at home', 'given a text of 12 characters, expected an e-mail address'],
    ['paymentToken', 'tok secret', 'given a text of 10 characters, expected 1 to 128 letters, digits, - or _'],
    ['shippingAddress', 10115, 'given a number, expected an object'],
  ])('masks %s, also when it is no text at all', (field, value, problem) => {
    expect(complaints({ ...anOrder().build(), [field]: value })).toEqual([`${field}: ${problem}`]);
  });

  it('masks a number inside the address', () => {
    const shippingAddress = { line1: 4711, city: 'Berlin', postalCode: '10115', country: 'DE' };
    const order = { ...anOrder().build(), shippingAddress };
    expect(complaints(order)).toEqual(['shippingAddress.line1: given a number, expected text']);
  });

  it('does not repeat what stands in place of a whole order: it may be an address', () => {
    expect(complaints('jane@example.com')).toEqual(['order: given a text of 16 characters, expected an object']);
    expect(complaints(491511234567)).toEqual(['order: given a number, expected an object']);
  });

  it('has words for what is missing, null or a list', () => {
    expect(complaints(undefined)).toEqual(['order: missing, expected an object']);
    expect(complaints(null)).toEqual(['order: given null, expected an object']);
    expect(complaints([])).toEqual(['order: given a list of 0, expected an object']);
  });
});
