import { describe, expect, it } from 'vitest';
import { countries, countrySchema } from './country.ts';
import { telephoneSchema } from './customer-fields.ts';
import { describeIssues, violationText } from './describe-issues.ts';
import { emailAddressSchema } from './email-address.ts';
import { orderSchema } from './order.ts';
import { anOrder } from './testing/index.ts';

function complaints(fields: object): string[] {
  const order = { ...anOrder().build(), ...fields };
  return describeIssues(orderSchema.safeParse(order).error?.issues ?? [], order).map(violationText);
}

describe('a telephone number', () => {
  it.each([
    '(212) 555-0187',
    '212.555.0187',
    '+1 (212) 555-0187 ext. 204',
    '+12125550187x204',
    'tel:+44-20-7946-0958',
    '+44 (0) 20 7946 0958',
    '0049/30/1234-567',
    '+33 1 23 45 67 89',
    '０３（１２３４）５６７８',
    '112233',
    '(+49) 30 123456',
    '\u202a+1 212 555 0187\u202c',
    '\u200e+1 212 555\u200b 0187',
    '+٢٠ ٢ ١٢٣٤ ٥٦٧٨',
    '+43 1 1234 DW 12',
    '+49 89 1234 Durchwahl 5',
    '+33 1 23 45 67 89 poste 12',
    '+1 212 555 0187 ext: 204',
  ])('may be written %s', (text) => {
    expect(telephoneSchema.safeParse(text).error).toBeUndefined();
  });

  it.each(['', '12', 'call me', '+', '555-CALL', '1'.repeat(19), '+49 30 1234 / +49 30 1235 or so', '()'])(
    'is not %j',
    (text) => {
      expect(telephoneSchema.safeParse(text).success).toBe(false);
    },
  );
});

describe('an e-mail address', () => {
  it.each([
    ["d'arcy+shop@mail.example.org", "d'arcy+shop@mail.example.org"],
    ['Order@EXAMPLE.com', 'Order@EXAMPLE.com'],
    ['post@例え.example', 'post@xn--r8jz45g.example'],
    ['post@straße.example', 'post@xn--strae-oqa.example'],
    ['post@президент.рф', 'post@xn--d1abbgf6aiiy.xn--p1ai'],
    ['post@メール.example', 'post@xn--4dkua4c.example'],
    ['a!#$%&*/=?^_`{|}~b@example.com', 'a!#$%&*/=?^_`{|}~b@example.com'],
    ["d'@example.com", "d'@example.com"],
    ['jane\u200b@\u2060example.com\u200f', 'jane@example.com'],
    [`${'a'.repeat(64)}@${'b'.repeat(63)}.example`, `${'a'.repeat(64)}@${'b'.repeat(63)}.example`],
  ])('%s is written to as %s', (given, sent) => {
    expect(emailAddressSchema.parse(given)).toBe(sent);
  });

  it.each([
    'jane@',
    'jane@ex ample.com',
    'jane@-.example',
    '@bücher.example',
    'Jane <jane@example.com>',
    'jane@example-.com',
    'jane@example.com.',
    'ja..ne@example.com',
    'jane.@example.com',
    '"jane doe"@example.com',
    'jane@[127.0.0.1]',
    `${'a'.repeat(65)}@example.com`,
    `jane@${'b'.repeat(64)}.example`,
  ])('is not %j', (text) => {
    expect(emailAddressSchema.safeParse(text).success).toBe(false);
  });

  it('says why one in another script is not supported, and does not repeat it', () => {
    expect(complaints({ customerEmail: 'почта@example.com' })).toEqual([
      'customerEmail: given a text of 17 characters, expected an e-mail address with only ASCII before the @: ' +
        'mail to others (SMTPUTF8) is not supported',
    ]);
  });
});

describe('a country', () => {
  const sentTo = (country: string) => ({ shippingAddress: { line1: '1', city: 'X', country } });

  it('is one of 249, each of them', () => {
    expect(new Set(countries).size).toBe(249);
    for (const code of countries) expect(countrySchema.parse(code.toLowerCase())).toBe(code);
  });

  it.each([
    ['UK', 'a country as two letters of ISO 3166-1: GB for the United Kingdom'],
    ['el', 'a country as two letters of ISO 3166-1: GR for Greece'],
    ['ZZ', 'a country as two letters of ISO 3166-1, such as DE'],
    ['D', 'a country as two letters of ISO 3166-1, such as DE'],
    ['DD', 'a country as two letters of ISO 3166-1, such as DE'],
    ['DEU', 'a country as two letters of ISO 3166-1, such as DE'],
    ['276', 'a country as two letters of ISO 3166-1, such as DE'],
  ])('is not %s', (code, expected) => {
    expect(complaints(sentTo(code))).toEqual([
      `shippingAddress.country: given a text of ${code.length} character${code.length === 1 ? '' : 's'}, expected ${expected}`,
    ]);
  });
});

describe('an order number', () => {
  it.each([
    ['jane@example.com', 'given a text of 16 characters, expected an order number without @'],
    ['山'.repeat(8), 'given "山山山山山山山山", expected a shorter order number'],
    [20_260_101, 'given 20260101, expected text'],
  ])('is not %j, and says why', (orderId, problem) => {
    expect(complaints({ orderId })).toEqual([expect.stringContaining(`orderId: ${problem}`)]);
  });
});

it('does not repeat what a shop called an attribute, nor what stands in it', () => {
  const attributes = { 'for Ishmael, 5 Whale Road': 'x\u0000' };
  expect(complaints({ attributes })).toEqual([
    'attributes.(a key of 25): given a text of 2 characters, expected text without control or bidirectional characters',
  ]);
});

it.each(['', ' ', '\u0000', '\u200d', 'k'.repeat(41)])(
  'refuses %j as the key of an attribute, and says what one is',
  (key) => {
    const { length } = key;
    expect(complaints({ attributes: { [key]: 'x', gift: 1 } })).toEqual([
      'attributes.gift: given a number, expected text',
      `attributes.(a key of ${length}): given a text of 1 character, expected a key of 1 to 40 characters that can be read`,
    ]);
  },
);

it.each(['\u00a0gift\u200b', 'geschenk für', 'k'.repeat(40), '🎁'.repeat(40)])('takes %j as the key of one', (key) => {
  expect(complaints({ attributes: { [key]: '' } })).toEqual([]);
});

describe('a text that a person reads', () => {
  const name = (customerName: string) => orderSchema.safeParse({ ...anOrder().build(), customerName });

  it.each([
    ['a mark of direction before Hebrew', '\u200fמשה', 'משה'],
    ['an isolate around a name', '\u2068Jane\u2069', 'Jane'],
    ['an embedding around a name', '\u202aJane\u202c ', 'Jane'],
    ['a joiner within Persian', 'می\u200cخواهم', 'می\u200cخواهم'],
  ])('is read with %s', (_what, given, read) => {
    expect(name(given).data?.customerName).toBe(read);
  });

  it.each(['\u200d', '\u3164', '\u2800 \u2800', '\u115f\u1160', '\ufe0f', '\u{e0020}'])(
    'is not %j, which shows nothing',
    (given) => {
      expect(complaints({ customerName: given })).toEqual([expect.stringContaining('something to see')]);
    },
  );

  it('may not be turned around, neither by an override around it nor by a mark within', () => {
    for (const given of ['\u202eJane', 'Jane\u202e', 'Ja\u202ane']) expect(name(given).success).toBe(false);
  });
});

describe('a locale', () => {
  it.each(['de', 'de-AT', 'de_AT', ' EN ', 'zh-Hant-TW', 'gsw', 'de\u2010CH'])('may be %j', (locale) => {
    expect(complaints({ locale })).toEqual([]);
  });

  it.each(['d', 'deutsch', 'de-', 'de AT', '<p>', 'de-AT\r\nBcc: x@example.com'])('is not %j', (locale) => {
    expect(complaints({ locale })).toEqual([expect.stringMatching(/^locale: .*a BCP 47 language, as de-AT$/)]);
  });
});

it('reads what is optional and blank as missing, as a form sends what was not filled in', () => {
  const blank = { line1: '1', line2: '', city: 'X', region: ' ', postalCode: '\u200b', country: 'HK' };
  const order = { ...anOrder().build(), customerName: '', customerPhone: ' ', locale: '', shippingAddress: blank };
  const read = JSON.stringify(orderSchema.parse(order));
  expect(JSON.parse(read)).toEqual({ ...anOrder().build(), shippingAddress: { line1: '1', city: 'X', country: 'HK' } });
});

it('takes no long text of brackets for a reason to think for long', () => {
  expect(telephoneSchema.safeParse('('.repeat(30_000)).success).toBe(false);
  expect(emailAddressSchema.safeParse(`${'a.'.repeat(15_000)}@`).success).toBe(false);
});
