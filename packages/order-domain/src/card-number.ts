import { asciiDigits, isAscii } from './plain-text.ts';

/**
 * Numbers of payment cards by the issuer's first digits, with their lengths: ISO/IEC 7812, and the lists of Braintree's
 * credit-card-type 10.3 and of the schemes. Of Visa's 13 digits, see {@link holdsCardNumber}.
 */
const cards = new RegExp(
  `^(?:${[
    // Visa, and Elo, Dankort and others that begin like it
    '4(?:\\d{15}|\\d{17,18})',
    // Mastercard
    '(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}',
    // American Express
    '3[47]\\d{13}',
    // Diners Club
    '3(?:0[0-5]|095|[689]\\d)\\d{11,16}',
    // JCB
    '(?:2131|1800)\\d{11}|35(?:2[89]|[3-8]\\d)\\d{12,15}',
    // Mir, BORICA
    '220[0-5]\\d{12,15}',
    // Maestro, Discover, UnionPay, RuPay, Troy, Elo, Hipercard, Verve, InstaPayment
    '(?:5[0678]|6\\d)\\d{12,17}',
    // UnionPay and RuPay
    '8[12]\\d{14,17}',
    // Troy, Humo, Uzcard, Napas, GPN
    '(?:9792|9860|8600|1946)\\d{12}|9704\\d{12}(?:\\d{3})?',
  ].join('|')})$`,
);

/** Digits in groups, as they are written on cards and copied from there; letters may stand right before and after them. */
const groups = /(?<![\p{L}\d])\p{L}*\d+(?:[\s\p{Pd}\u2212./_·]{1,3}\d+)*\p{L}*(?![\p{L}\d])/gu;

/** What is grouped as no card is: the numbers that Amazon gives to orders, `305-1234567-1234567`. */
const marketplaceNumber = /(?<![\p{L}\d])\d{3}-\d{7}-\d{7}(?![\p{L}\d])/gu;

/** A country, two check digits and 11 to 30 letters and digits, in groups of four or in none: an IBAN (ISO 13616). */
const iban = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])/gu;

/** Of the shortest number above, Visa's. Only of ASCII they are counted as they stand. */
const fewestDigits = 13;

/** What a field says about the numbers that it may well hold. */
export interface CardNumberSearch {
  /** The only lengths that count; all that cards have unless given. */
  readonly lengths?: readonly number[];
  /** Also 13 digits that begin with 4, which Visa had: a GTIN-13 has as many. */
  readonly thirteen?: boolean;
}

/**
 * Whether a text holds what is in all likelihood the number of a payment card: first digits and length of an issuer, and
 * the check digit of Luhn (ISO/IEC 7812-1, annex B). Groups between spaces, dashes, dots, slashes or underscores are read
 * together, digits are those of any script, and marks that nobody sees are passed over.
 */
export function holdsCardNumber(text: string, { lengths, thirteen = false }: CardNumberSearch = {}): boolean {
  if (isAscii(text) && text.replace(/\D/g, '').length < fewestDigits) return false;
  for (const [found] of withoutOthers(text).matchAll(groups)) {
    const digits = found.match(/\d+/g) ?? [];
    for (let first = 0; first < digits.length; first++) {
      let number = '';
      for (let last = first; last < digits.length && number.length < 20; last++) {
        number += digits[last];
        const known = cards.test(number) || (thirteen && /^4\d{12}$/.test(number));
        if (known && (lengths?.includes(number.length) ?? true) && passesLuhn(number)) return true;
      }
    }
  }
  return false;
}

/** The text in plain digits, without the numbers in it that are certainly of another kind. */
function withoutOthers(text: string): string {
  return asciiDigits(text.normalize('NFKC').replace(/\p{Cf}/gu, ''))
    .replace(marketplaceNumber, ' ; ')
    .replace(iban, (found) => (passesMod97(found.replaceAll(' ', '')) ? ' ; ' : found));
}

/** The check digits of an IBAN (ISO/IEC 7064, MOD 97-10). */
function passesMod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < number.length; index++) {
    const digit = Number(number[number.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
