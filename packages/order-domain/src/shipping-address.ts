import * as z from 'zod/mini';
import { countrySchema } from './country.ts';
import { leftOutWhenBlank } from './left-out-when-blank.ts';
import { plainCode } from './plain-text.ts';
import { safeText } from './safe-text.ts';

/** Where a parcel goes. What a form sends as blank is left out. */
export const shippingAddressSchema = z.strictObject({
  line1: safeText(120),
  line2: leftOutWhenBlank(safeText(120)),
  city: safeText(80),
  region: leftOutWhenBlank(safeText(80)),
  /**
   * As written in its country, in capital letters and without a postal mark (〒); none where there are no postal codes.
   * Whether it is one of its country, Validate Order says.
   */
  postalCode: leftOutWhenBlank(
    z
      .string()
      .check(
        z.overwrite(plainPostalCode),
        z.regex(/^[A-Z0-9](?:[A-Z0-9 -]{0,14}[A-Z0-9])?$/, '1 to 16 letters, digits, and spaces or - between them'),
      ),
  ),
  country: countrySchema,
});

export type ShippingAddress = z.infer<typeof shippingAddressSchema>;

function plainPostalCode(text: string): string {
  // The long-vowel mark is what a Japanese keyboard gives for a dash; Brazilians write 01.310-100.
  return plainCode(
    text
      .replace(/〒/g, '')
      .replace(/ー/g, '-')
      .replace(/(?<=\d)\.(?=\d)/g, ''),
  ).toUpperCase();
}
