import * as z from 'zod/mini';
import { plainText } from './plain-text.ts';

const filledIn = z
  .unknown()
  .check(z.overwrite((given) => (typeof given === 'string' && plainText(given) === '' ? undefined : given)));

/** A field that may be missing, and is read as missing when it is blank: a form sends what was not filled in as `""`. */
export function leftOutWhenBlank<Schema extends z.ZodMiniType<string, string>>(schema: Schema) {
  return z.optional(z.pipe(filledIn, z.optional(schema)));
}
