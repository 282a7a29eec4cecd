import * as z from 'zod/mini';
import { plainCode } from './plain-text.ts';
import { safeText } from './safe-text.ts';

export const customerNameSchema = safeText(120);

/**
 * 4 to 18 digits, that is the 15 of E.164 and a `00` or `(0)` with them, grouped by spaces, hyphens, dots, slashes and
 * round brackets as people write them, and an extension of up to 6, by the word for it of several countries.
 */
const telephone =
  /^(?:tel[:.]? ?)?(?:[ (]{0,3}\+)?[ (]*(?:\d[ ()./-]{0,3}){3,17}\d\)?(?:[ ,;/-]*(?:ext[.:=]*|extn\.?|extension:?|x|#|dw|durchwahl|app\.?|apparat|poste|int\.?|anexo|ramal|wew\.?) ?\d{1,6})?$/i;

/** A telephone number as a customer writes it: `(555) 010-0123`, `+49 (0)89 / 1234-56`, `+1 555 010 0123 ext. 7`. */
export const telephoneSchema = z.string().check(z.overwrite(plainCode), z.regex(telephone, 'a telephone number'));

/** The language that a customer is written to in, as a BCP 47 tag: `de`, `de-AT`. `de_AT`, as programs write it, is read too. */
export const localeSchema = z
  .string()
  .check(z.overwrite(plainCode), z.regex(/^[A-Za-z]{2,3}([-_][A-Za-z\d]{1,8}){0,4}$/, 'a BCP 47 language, as de-AT'));
