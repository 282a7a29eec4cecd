import * as z from 'zod/mini';

/** An idempotency key or an id: it may stand in a path. */
export const idSchema = z.string().check(z.regex(/^[A-Za-z0-9._-]{1,200}$/, '1 to 200 letters, digits, ., - or _'));

/**
 * A body of this shape, or what is wrong with it: the names of the fields only, since their values may name a person.
 */
export function readStrictly<T>(
  schema: z.ZodMiniType<T>,
  body: unknown,
): { readonly body: T } | { readonly problem: string } {
  const read = schema.safeParse(body);
  if (read.success) return { body: read.data };
  const [issue] = read.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? 'unknown fields in ' : '';
  return { problem: `${unknown}${issue?.path.join('.') || 'the body'}` };
}
