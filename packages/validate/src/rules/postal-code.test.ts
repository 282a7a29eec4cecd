import { countries, shippingAddressSchema } from '@order-workflow/order-domain';
import { anAddress } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aBasket } from '../testing/a-basket.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { postalCode } from './postal-code.ts';
import rows from './postal-code-forms.json' with { type: 'json' };
import { postalCodeForms } from './postal-code-forms.ts';

/** What the rule says of a code as a customer writes it. */
function problem(country: string, code: string | undefined): string | undefined {
  const address = shippingAddressSchema.parse({ ...anAddress, country, postalCode: code });
  return postalCode(aBasket({}, { address }), catalogOf())[0]?.problem;
}

describe(postalCode, () => {
  it.each([
    ['DE', '80331'],
    ['DE', 'D-80331'],
    ['AT', 'a-1010'],
    ['CH', 'CH-8001'],
    ['GB', 'sw1a1aa'],
    ['GB', 'GIR 0AA'],
    ['IE', 'd02 af30'],
    ['IE', 'D6WXK28'],
    ['NL', '1012AB'],
    ['CA', 'k1a0b1'],
    ['US', '10001-0001'],
    ['BR', '01310100'],
    ['PT', '1100 148'],
    ['PL', '00950'],
    ['SE', 'SE-114 55'],
    ['LV', '1050'],
    ['LU', 'L-1009'],
    ['JP', '〒1600022'],
    ['JP', '１６０−００２２'],
    ['IN', '110 001'],
    ['AR', '1425'],
    ['AR', 'C1425CLA'],
    ['KR', '03187'],
    ['SG', '018956'],
    ['HK', undefined],
    ['HK', '000'],
    ['AE', undefined],
    ['IE', undefined],
    ['DE', 'D 10115'],
    ['FI', 'AX-22100'],
    ['LI', 'FL-9490'],
    ['BR', '01.310-100'],
    ['EG', '4272102'],
    ['KZ', 'A10A5T4'],
    ['SA', '11564-1234'],
    ['SV', '1101'],
    ['VE', '1010-A'],
    ['EG', '١٢٤١١'],
    ['HK', ''],
    ['AE', ' '],
    ['DE', 'SIM-REFUSED'],
  ])('of %s is %s', (country, code) => {
    expect(problem(country, code)).toBeUndefined();
  });

  it.each([
    ['DE', '8033', 'given a text of 4 characters, expected a postal code of DE, such as 26133'],
    ['DE', undefined, 'missing, expected a postal code of DE, such as 26133'],
    ['DE', '803311', 'given a text of 6 characters, expected a postal code of DE, such as 26133'],
    ['AT', '80331', 'given a text of 5 characters, expected a postal code of AT, such as 1010'],
    ['GB', '80331', 'given a text of 5 characters, expected a postal code of GB, such as EC1Y 8SY'],
    ['US', 'SW1A 1AA', 'given a text of 8 characters, expected a postal code of US, such as 95014'],
    ['CA', 'D1A 0B1', 'given a text of 7 characters, expected a postal code of CA, such as H3Z 2Y7'],
    ['FR', '7500', 'given a text of 4 characters, expected a postal code of FR, such as 33380'],
    ['JP', '100-000', 'given a text of 7 characters, expected a postal code of JP, such as 154-0023'],
    ['IE', '123 4567', 'given a text of 8 characters, expected a postal code of IE, such as A65 F4E2'],
    ['IN', '012 345', 'given a text of 7 characters, expected a postal code of IN, such as 110034'],
    ['DE', '00000', 'given a text of 5 characters, expected a postal code of DE, such as 26133'],
    ['US', '00000-0000', 'given a text of 10 characters, expected a postal code of US, such as 95014'],
    ['DE', 'F-75008', 'given a text of 7 characters, expected a postal code of DE, such as 26133'],
    ['DE', '', 'missing, expected a postal code of DE, such as 26133'],
    ['NL', '1', 'given a text of 1 character, expected a postal code of NL, such as 1234 AB'],
  ])('of %s is not %s', (country, code, said) => {
    expect(problem(country, code)).toBe(said);
  });

  it('takes of every country the code that it gives as an example', () => {
    for (const [country, { example }] of postalCodeForms)
      expect([country, problem(country, example)]).toEqual([country, undefined]);
  });

  it('knows each country once, and none that there is not', () => {
    expect(postalCodeForms.size).toBe(rows.length);
    expect(rows.filter((row) => !/^[A-Z]{2}[ !]\w/.test(row))).toEqual([]);
    expect(countries).toEqual(expect.arrayContaining([...postalCodeForms.keys()]));
  });

  it('is silent about an order for collection', () => {
    expect(postalCode(aBasket(), catalogOf())).toEqual([]);
  });
});
