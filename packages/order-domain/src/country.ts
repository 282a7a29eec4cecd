import * as z from 'zod/mini';
import { mustBe } from './must-be.ts';
import { plainCode } from './plain-text.ts';

/** Each word is a first letter and then every second letter that follows it. */
const assigned = (
  'ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR GABDEFGHILMNPQRSTUWY ' +
  'HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY ' +
  'QA REOSUW SABCDEGHIJKLMNORSTVXYZ TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS YET ZAMW'
).split(' ');

/** ISO 3166-1, the 249 officially assigned alpha-2 codes (ISO Online Browsing Platform, 2026-11). */
export const countries: readonly string[] = /* @__PURE__ */ assigned.flatMap(([first, ...seconds]) =>
  seconds.map((second) => `${first}${second}`),
);

/** What people write for countries that have another code: reserved, withdrawn, or of three letters elsewhere. */
const meant: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB for the United Kingdom'],
  ['EN', 'GB for the United Kingdom'],
  ['EL', 'GR for Greece'],
]);

/** A country as an ISO 3166-1 alpha-2 code in capital letters, such as `DE`; small letters are read as capitals. */
export const countrySchema = z.string().check(
  z.overwrite((text) => plainCode(text).toUpperCase()),
  mustBe(isAssigned, expectation),
);

function isAssigned(code: string): boolean {
  return code.length === 2 && assigned.some((word) => word[0] === code[0] && word.indexOf(code.charAt(1), 1) > 0);
}

function expectation(given: string): string {
  const hint = meant.get(given);
  return `a country as two letters of ISO 3166-1${hint === undefined ? ', such as DE' : `: ${hint}`}`;
}
