import * as z from 'zod/mini';
import { mustBe } from './must-be.ts';
import { plainCode } from './plain-text.ts';

/** Digits after the decimal point that differ from two, by ISO 4217 (list one, active codes). */
const exponents: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP ' +
    'CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR ' +
    'JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN ' +
    'NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP ' +
    'SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG',
};

/** Three capital letters that ISO 4217 lists as an active currency, such as `EUR`. */
export type Currency = string;

/** Small letters are read as capitals. */
export const currencySchema = z.string().check(
  z.overwrite((text) => plainCode(text).toUpperCase()),
  mustBe((code) => exponentOf(code) !== undefined, 'an ISO 4217 currency code'),
);

/** How many digits the minor unit of a currency takes: EUR 2, JPY 0, KWD 3. Throws a RangeError for an unknown code. */
export function currencyExponent(currency: Currency): number {
  const exponent = exponentOf(currency);
  if (exponent === undefined) throw new RangeError(`currency: ${JSON.stringify(currency)} is not an ISO 4217 code`);
  return exponent;
}

export const currencies: readonly Currency[] = /* @__PURE__ */ Object.values(exponents).flatMap(codesIn).sort();

function exponentOf(code: string): number | undefined {
  const found = Object.entries(exponents).find(([, codes]) => codesIn(codes).includes(code));
  return found && Number(found[0]);
}

function codesIn(codes: string): readonly string[] {
  return codes.split(' ');
}
