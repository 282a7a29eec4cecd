import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { attributeLimits } from './attributes.ts';
import { toJsonSchema } from './json-schema.ts';
import { orderLimits, orderSchema } from './order.ts';
import { paymentMethods } from './payment-method.ts';
import { anAddress, anOrder } from './testing/index.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const sample = read('../../../examples/orders/sample.json');

const fitsJsonSchema = new Ajv2020({ validateFormats: false }).compile(toJsonSchema(orderSchema, 'Order'));

const order = anOrder().build();
const line = { sku: 'SKU001', quantity: 1 };
const without = (field: string) => Object.fromEntries(Object.entries(order).filter(([name]) => name !== field));
const lines = (...items: unknown[]) => ({ ...order, items });
const quantity = (given: unknown) => lines({ sku: 'SKU001', quantity: given });
const sku = (given: unknown) => lines({ sku: given, quantity: 1 });
const sentTo = (fields: object) => ({ ...order, shippingAddress: { ...anAddress, ...fields } });
const withOwn = (key: string, value: unknown) =>
  JSON.parse(`{"${key}":${JSON.stringify(value)},${JSON.stringify(order).slice(1)}`);
const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;

const valid: [what: string, given: unknown][] = [
  ['the sample exactly as it stands', sample],
  [
    'every field that there is',
    {
      ...order,
      paymentToken: 'tok_visa-1',
      currency: 'JPY',
      customerName: 'Zoë 山田 🎁',
      customerPhone: '+49 (30) 123-456/7',
      shippingAddress: { ...anAddress, line2: 'c/o Doe', region: 'BE' },
    },
  ],
  ['an id of 64 characters', { ...order, orderId: 'x'.repeat(64) }],
  ['a quantity of 1', quantity(1)],
  ['the largest quantity', quantity(orderLimits.quantity)],
  ['a quantity that is written as 2.0', quantity(JSON.parse('2.0'))],
  ['as many lines as there may be', lines(...Array(orderLimits.lines).fill(line))],
  ['the same SKU twice, which Validate Order merges', lines(line, line)],
  ['a name of 120 emoji', { ...order, customerName: '🎁'.repeat(120) }],
  ['an address with a plus and a dot', { ...order, customerEmail: "o'hara.j+shop@mail.example.com" }],
  ...paymentMethods.map((paymentMethod): [string, unknown] => [
    `paid by ${paymentMethod}`,
    { ...order, paymentMethod },
  ]),
  ['a SKU with a space and a slash', sku('TEE RED/L')],
  ['a SKU that is called __proto__, which is a text as any other', sku('__proto__')],
  ['an order number with a hash', { ...order, orderId: '#2044-B' }],
  ['an order number that is an address', { ...order, orderId: 'gid://shop/Order/99' }],
  ['an order number in another script', { ...order, orderId: '注文12' }],
  ['an address in a country without postal codes', sentTo({ postalCode: undefined, country: 'HK' })],
  [
    'attributes of the order and of a line',
    { ...lines({ ...line, attributes: { gift: '' } }), attributes: { note: 'a\nb' } },
  ],
];

const invalid: [what: string, given: unknown][] = [
  ['nothing', null],
  ['a text', 'order'],
  ['a number', 12345],
  ['a list', []],
  ['an empty object', {}],
  ['an order without id', without('orderId')],
  ['an order without e-mail address', without('customerEmail')],
  ['an order without lines', without('items')],
  ['an order without a way to pay', without('paymentMethod')],
  ['an empty list of lines', lines()],
  ['more lines than there may be', lines(...Array(orderLimits.lines + 1).fill(line))],
  ['a line that is null', lines(null)],
  ['a line without quantity', lines({ sku: 'SKU001' })],
  ['a quantity of 0', quantity(0)],
  ['a quantity of -0', quantity(-0)],
  ['a quantity of -1', quantity(-1)],
  ['a quantity of 1.5', quantity(1.5)],
  ['a quantity above the largest', quantity(orderLimits.quantity + 1)],
  ['a quantity of 1e9', quantity(1e9)],
  ['a quantity of 2^53 + 1', quantity(2 ** 53 + 1)],
  ['a quantity of 1e308', quantity(1e308)],
  ['a quantity that is a text', quantity('1')],
  ['a quantity that is a list', quantity([1])],
  ['a SKU that is empty', sku('')],
  ['a SKU of 65 characters', sku('x'.repeat(65))],
  ['an id that is empty', { ...order, orderId: '' }],
  ['an id of 65 characters', { ...order, orderId: 'x'.repeat(65) }],
  ['an id that is a number', { ...order, orderId: 12345 }],
  ['an unknown way to pay', { ...order, paymentMethod: 'Cash' }],
  ['an id with an at sign', { ...order, orderId: 'jane@example.com' }],
  ['an id with a line break in it', { ...order, orderId: '12\n345' }],
  ['a way to pay in other capitals', { ...order, paymentMethod: 'creditcard' }],
  ['a currency that does not exist', { ...order, currency: 'XXX' }],
  ['a card number with spaces as token', { ...order, paymentToken: '4111 1111 1111 1111' }],
  ['a name with a right-to-left override', { ...order, customerName: 'Jane \u202eeoD' }],
  ['a name with a line break', { ...order, customerName: 'Jane\nDoe' }],
  ['a name with half an emoji', { ...order, customerName: 'Jane \ud83c' }],
  ['a first line of an address that is empty', sentTo({ line1: '' })],
  ['a city of joiners and fillers alone', sentTo({ city: '\u200d\u3164' })],
  ['an order number that nobody sees', { ...order, orderId: '\u2800' }],
  ['a name of 121 characters', { ...order, customerName: 'x'.repeat(121) }],
  ['a telephone number with letters', { ...order, customerPhone: '+49 CALL ME' }],
  ['an address without city', sentTo({ city: undefined })],
  ['a country that does not exist', sentTo({ country: 'XX' })],
  ['a country by a code that is only reserved', sentTo({ country: 'UK' })],
  ['a country in words', sentTo({ country: 'Germany' })],
  ['an unknown key in the address', sentTo({ zip: '10115' })],
  ['an address of null', { ...order, shippingAddress: null }],
  ['attributes in a list', { ...order, attributes: ['a'] }],
  ['an attribute that is a number', { ...order, attributes: { a: 1 } }],
  ['an attribute that is longer than any', { ...order, attributes: { a: 'x'.repeat(attributeLimits.value + 1) } }],
  ['a price of its own', { ...order, total: 1 }],
  ['a price of its own in a line', lines({ ...line, price: 1 })],
  ['an own key __proto__', withOwn('__proto__', { customerName: 'x' })],
  ['an own key constructor', withOwn('constructor', { prototype: {} })],
  ['deep nesting in place of lines', { ...order, items: nested(1_000) }],
  ...[
    'jane',
    'jane@',
    '@example.com',
    'jane@example',
    'jane doe@example.com',
    'jane@exa mple.com',
    'jane..doe@example.com',
    '.jane@example.com',
    'jane@example.com, joe@example.com',
    `${'x'.repeat(250)}@example.com`,
  ].map((customerEmail): [string, unknown] => [
    `the e-mail address ${JSON.stringify(customerEmail)}`,
    { ...order, customerEmail },
  ]),
];

/** What is written in several ways and read as one. */
const mended: [what: string, given: object, read: object][] = [
  ['space around a name', { customerName: ' Søren Kierkegaard\r\n' }, { customerName: 'Søren Kierkegaard' }],
  ['a name whose accents stand apart', { customerName: 'Jose\u0301' }, { customerName: 'José' }],
  ['a line break after an id', { orderId: '12345\n' }, { orderId: '12345' }],
  ['a currency in small letters', { currency: 'usd' }, { currency: 'USD' }],
  [
    'a line break after an e-mail address',
    { customerEmail: 'jane@example.com\n' },
    { customerEmail: 'jane@example.com' },
  ],
  [
    'full-width letters of an e-mail address',
    { customerEmail: 'ｊａｎｅ＠example.com' },
    { customerEmail: 'jane@example.com' },
  ],
  [
    'a domain in another script',
    { customerEmail: 'info@bücher.example' },
    { customerEmail: 'info@xn--bcher-kva.example' },
  ],
  [
    'full-width digits of a telephone number',
    { customerPhone: '０３−１２３４−５６７８' },
    { customerPhone: '03-1234-5678' },
  ],
  ['a token with space around it', { paymentToken: ' tok_1\t' }, { paymentToken: 'tok_1' }],
];
const mendedAddress: [what: string, given: object, read: object][] = [
  ['a country in small letters', { country: 'fr' }, { country: 'FR' }],
  ['a postal code in small letters', { postalCode: 'sw1a 1aa' }, { postalCode: 'SW1A 1AA' }],
  ['a postal code with its mark', { postalCode: '〒 530-0001' }, { postalCode: '530-0001' }],
  ['a postal code with another dash', { postalCode: '００１−２３４' }, { postalCode: '001-234' }],
];

/** As it comes over the wire, where `undefined` does not exist. */
const overTheWire = (given: unknown): unknown =>
  Object.is(given, undefined) ? given : JSON.parse(JSON.stringify(given));

describe('the order schema and its JSON Schema', () => {
  it.each(valid)('accept %s', (_what, given) => {
    expect(orderSchema.safeParse(given).error?.issues).toBeUndefined();
    expect(fitsJsonSchema(overTheWire(given)), JSON.stringify(fitsJsonSchema.errors)).toBe(true);
  });

  it.each(invalid)('refuse %s', (_what, given) => {
    expect(orderSchema.safeParse(given).success).toBe(false);
    expect(fitsJsonSchema(overTheWire(given))).toBe(false);
  });
});

describe('the order schema', () => {
  it.each(mended)('reads %s in one form', (_what, given, read) => {
    expect(orderSchema.parse({ ...order, ...given })).toEqual({ ...order, ...read });
  });

  it.each(mendedAddress)('reads %s of an address in one form', (_what, given, read) => {
    expect(orderSchema.parse(sentTo(given))).toEqual(sentTo(read));
  });

  it('takes as many attributes as there may be, and no more', () => {
    const attributes = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, key) => [`k${key}`, 'v']));
    const { entries } = attributeLimits;
    expect(orderSchema.safeParse({ ...order, attributes: attributes(entries) }).success).toBe(true);
    expect(orderSchema.safeParse({ ...order, attributes: attributes(entries + 1) }).success).toBe(false);
  });

  it('leaves a valid order as it stands', () => {
    expect(orderSchema.parse(sample)).toEqual(sample);
  });

  it('does not let __proto__ reach the prototype of anything', () => {
    const parsed = orderSchema.safeParse(withOwn('__proto__', { polluted: true }));
    expect(parsed.success).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

it('keeps schemas/order.schema.json up to date (pnpm generate:schemas)', () => {
  expect(read('../schemas/order.schema.json')).toEqual(toJsonSchema(orderSchema, 'Order'));
});
