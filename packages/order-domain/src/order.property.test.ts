import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { currencies } from './currency.ts';
import { toJsonSchema } from './json-schema.ts';
import { type Order, orderSchema } from './order.ts';
import { paymentMethods } from './payment-method.ts';
import { anyCharacter } from './testing/any-character.ts';

const fitsJsonSchema = new Ajv2020({ validateFormats: false }).compile(toJsonSchema(orderSchema, 'Order'));

const order: fc.Arbitrary<Order> = fc.record(
  {
    orderId: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
    customerEmail: fc.constantFrom('test@example.com', "o'hara+x@mail.example.org"),
    items: fc.array(
      fc.record({
        sku: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._ /-]{0,62}[A-Za-z0-9]$/),
        quantity: fc.integer({ min: 1, max: 9999 }),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    paymentMethod: fc.constantFrom(...paymentMethods),
    currency: fc.constantFrom(...currencies),
    customerName: fc
      .string({ unit: fc.constantFrom('a', 'é', '山', '🎁', ' '), maxLength: 119 })
      .map((text) => `${text.trim()}.`),
  },
  { requiredKeys: ['orderId', 'customerEmail', 'items', 'paymentMethod'] },
);

it('accepts what is built from its own rules, and changes nothing', () => {
  fc.assert(
    fc.property(order, (given) => {
      expect(orderSchema.parse(given)).toEqual(given);
      expect(fitsJsonSchema(given)).toBe(true);
    }),
  );
});

it('reads nothing, with one field replaced by any JSON, that its JSON Schema does not take as it is read', () => {
  const field = fc.constantFrom<keyof Order | 'other'>(
    'orderId',
    'customerEmail',
    'items',
    'paymentMethod',
    'currency',
    'customerName',
    'customerPhone',
    'locale',
    'shippingAddress',
    'paymentToken',
    'attributes',
    'other',
  );
  fc.assert(
    fc.property(order, field, fc.jsonValue({ stringUnit: anyCharacter }), (given, name, value) => {
      const changed: unknown = JSON.parse(JSON.stringify({ ...given, [name]: value }));
      const read = orderSchema.safeParse(changed);
      if (read.success) expect(fitsJsonSchema(JSON.parse(JSON.stringify(read.data)))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('reads no text in a field of text that its JSON Schema does not take as it is read', () => {
  const text = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 130 }),
    fc.string({ unit: 'grapheme', maxLength: 130 }),
    // What some field or other takes.
    fc.stringMatching(/^[A-Za-z_-]{1,8}$/),
    fc.stringMatching(/^\+?[A-Za-z\d ()./_-]{1,20}$/),
  );
  fc.assert(
    fc.property(
      order,
      fc.constantFrom('orderId', 'customerName', 'customerPhone', 'locale', 'paymentToken'),
      text,
      (given, name, value) => {
        const changed = { ...given, [name]: value };
        const read = orderSchema.safeParse(changed);
        if (read.success) expect(fitsJsonSchema(JSON.parse(JSON.stringify(read.data)))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
