import * as z from 'zod/mini';
import { plainCode } from './plain-text.ts';

/** The language that a customer is written to in, as a BCP 47 tag: `de`, `de-AT`. `de_AT`, as programs write it, is read too. */
export const localeSchema = z
  .string()
  .check(z.overwrite(plainCode), z.regex(/^[A-Za-z]{2,3}([-_][A-Za-z\d]{1,8}){0,4}$/, 'a BCP 47 language, as de-AT'));
