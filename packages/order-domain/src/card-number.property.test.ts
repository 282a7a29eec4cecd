import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsCardNumber } from './card-number.ts';

const runs = { numRuns: 10_000, seed: 1 } as const;

/** Digits whose last one makes them pass Luhn's check. */
function withLuhn(digits: string): string {
  for (const last of '0123456789') {
    const number = digits + last;
    const sum = Array.from(number)
      .reverse()
      .map(Number)
      .reduce((total, digit, place) => total + (place % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9), 0);
    if (sum % 10 === 0) return number;
  }
  throw new Error('one of ten digits passes');
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const ofIssuer = (prefix: string, length: number) =>
  digits(length - prefix.length - 1).map((rest) => withLuhn(prefix + rest));
/** First digits and length of the cards of each scheme. */
const cardNumber = fc.oneof(
  ...(
    [
      ['4', 16],
      ['4', 19],
      ['51', 16],
      ['2720', 16],
      ['37', 15],
      ['36', 14],
      ['6011', 16],
      ['3566', 16],
      ['62', 17],
      ['2204', 16],
      ['5018', 18],
      ['9792', 16],
      ['8171', 19],
    ] as const
  ).map(([prefix, length]) => ofIssuer(prefix, length)),
);

it('finds the number of a card, in groups or not, alone or in a text', () => {
  const separator = fc.constantFrom(
    '',
    ' ',
    '-',
    ' - ',
    '\u2013',
    '\u00a0',
    '.',
    '/',
    '_',
    '\n',
    '\u200b',
    '\u00ad',
    ' \u2060',
  );
  const around = fc.constantFrom(['', ''], ['card ', ' exp 12/29'], ['tok_', ''], ['no. 12 ', ' 123'], ['Jane,', ';']);
  fc.assert(
    fc.property(
      cardNumber,
      separator,
      fc.integer({ min: 3, max: 6 }),
      around,
      (number, between, size, [before, after]) => {
        const grouped = number.match(new RegExp(`\\d{1,${size}}`, 'g'))!.join(between);
        expect(holdsCardNumber(`${before}${grouped}${after}`)).toBe(true);
      },
    ),
  );
});

it('takes no GTIN-13 for a card, though one in ten passes the same check', () => {
  fc.assert(
    fc.property(digits(13), (number) => !holdsCardNumber(number)),
    runs,
  );
  fc.assert(
    fc.property(ofIssuer('4', 13), (number) => !holdsCardNumber(number)),
    runs,
  );
});

it('takes no order number that is a moment in milliseconds for a card', () => {
  const moment = fc.integer({ min: Date.UTC(2001, 8, 10), max: Date.UTC(2100, 0, 1) });
  const prefix = fc.constantFrom('', 'ORD-', '#', 'order_');
  fc.assert(
    fc.property(moment, prefix, (ms, before) => !holdsCardNumber(`${before}${ms}`)),
    runs,
  );
});

it('takes no telephone number of up to 14 digits for a card, where one is looked for in a telephone number', () => {
  const telephone = fc.integer({ min: 7, max: 14 }).chain(digits);
  fc.assert(
    fc.property(telephone, (number) => !holdsCardNumber(`+${number}`, { lengths: [15, 16] })),
    runs,
  );
});

it('takes no id of hexadecimal digits for a card', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => !holdsCardNumber(id.replaceAll('-', ''))),
    runs,
  );
});

it.each([
  ['one digit that is another', '4111111111111112'],
  ['an issuer that there is not', '1234567812345670'],
  ['a length that no issuer has', '411111111111116'],
  ['thirteen digits where a GTIN may stand', '4222222222222'],
  ['groups of a long number of another kind', '00340434161094021501'],
])('takes %s for no card', (_what, text) => {
  expect(holdsCardNumber(text)).toBe(false);
});

it('takes thirteen digits for a card where one is likely', () => {
  expect(holdsCardNumber('4222-2222-22222', { thirteen: true })).toBe(true);
  expect(holdsCardNumber('5222222222222', { thirteen: true })).toBe(false);
});

it('finds the number of a card in the digits of any script', () => {
  const zero = fc.constantFrom(0x0660, 0x06f0, 0x0966, 0xff10, 0x1d7ce, 0x1e950);
  fc.assert(
    fc.property(cardNumber, zero, (number, first) => {
      const written = number.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)));
      expect(holdsCardNumber(written)).toBe(true);
    }),
  );
});

it('takes no order number of a marketplace for a card, though one in ten passes the same check', () => {
  const number = fc.tuple(digits(3), digits(7), digits(7)).map((groups) => groups.join('-'));
  fc.assert(
    fc.property(number, (id) => !holdsCardNumber(id)),
    runs,
  );
});

it('takes no IBAN for a card, in groups or not, and finds a card where the check digits of one are wrong', () => {
  const written = fc.tuple(digits(18), fc.boolean()).map(([account, grouped]) => {
    const check = String(98n - (BigInt(`${account}131400`) % 97n)).padStart(2, '0');
    return (grouped ? `DE${check}${account}`.match(/.{1,4}/g)! : [`DE${check}${account}`]).join(' ');
  });
  fc.assert(
    fc.property(written, (iban) => !holdsCardNumber(iban)),
    runs,
  );
  expect(holdsCardNumber('DE89 4111 1111 1111 1111 00')).toBe(true);
});
