import fc from 'fast-check';
import { expect, it } from 'vitest';
import { personalFields } from './describe-given.ts';
import { describeIssues, violationText } from './describe-issues.ts';
import { orderSchema } from './order.ts';
import { anyCharacter } from './testing/any-character.ts';
import { anOrder } from './testing/index.ts';

function complaints(input: unknown): string[] {
  const parsed = orderSchema.safeParse(input);
  return parsed.success ? [] : describeIssues(parsed.error.issues, input).map(violationText);
}

/** Texts and numbers that can be recognised wherever they turn up. */
const secretText = fc.stringMatching(/^[A-Za-z ]{0,5}Zq[a-z]{6}[ -~]{0,20}$/);
const secretNumber = fc.integer({ min: 10 ** 9, max: 10 ** 12 });
const secret = fc.oneof(
  secretText,
  secretNumber,
  secretNumber.map((number) => -number / 8),
);

/** Any value made of secrets, of the right shape or the wrong one. */
const { personal } = fc.letrec<{ personal: unknown }>((tie) => ({
  personal: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    secret,
    fc.array(tie('personal'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('line1', 'line2', 'city', 'region', 'postalCode', 'country'), tie('personal')),
  ),
}));

function secretsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.values(value).flatMap(secretsIn);
}

it('never repeats a personal value, whatever it is and wherever in its field it stands', () => {
  const fields = fc.record(Object.fromEntries([...personalFields].map((field) => [field, personal])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(fields, (given) => {
      const text = complaints({ ...anOrder().build(), ...given }).join('\n');
      for (const value of Object.values(given).flatMap(secretsIn)) expect(text).not.toContain(value);
    }),
    { numRuns: 250 },
  );
});

it('describes any JSON without failing, in lines that can be read', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: anyCharacter }), (given) => {
      for (const line of complaints(given)) expect(line).toMatch(/^[^\p{Cc}\p{Cs}\p{Bidi_Control}]+$/u);
    }),
  );
});

it('keeps every line short, whatever the order holds', () => {
  const order = fc.record(
    {
      orderId: fc.jsonValue(),
      currency: fc.jsonValue(),
      paymentMethod: fc.string({ maxLength: 200, unit: anyCharacter }),
      items: fc.array(fc.dictionary(fc.string({ maxLength: 60, unit: anyCharacter }), fc.jsonValue()), {
        maxLength: 5,
      }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(order, (given) => {
      for (const line of complaints(given)) expect(line.length).toBeLessThan(300);
    }),
  );
});
