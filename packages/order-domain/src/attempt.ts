import * as z from 'zod/mini';

/** The most attempts of an order; four digits in each key. */
const mostAttempts = 9_999;

/** Which attempt at an order it is: 1 for the first. Another follows where one ended with nothing held. */
export const attemptSchema = z.int().check(z.minimum(1), z.maximum(mostAttempts));

/** The attempt that an order says aloud, however wrong the rest of it is; undefined where it says none that can be read. */
export function attemptSaid(order: unknown): number | undefined {
  const given = typeof order === 'object' && order !== null && 'attempt' in order ? order.attempt : undefined;
  return attemptSchema.safeParse(given).data;
}
