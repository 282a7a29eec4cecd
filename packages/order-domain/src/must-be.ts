import * as z from 'zod/mini';

/**
 * A check of one's own: says what was expected where `holds` is not true of a value. It is `z.refine`, which would bring a
 * kind of schema more into every stage.
 */
export function mustBe<Value>(
  holds: (value: Value) => boolean,
  expected: string | ((given: Value) => string),
): z.core.$ZodCheck<Value> {
  return z.check<Value>(({ value, issues }) => {
    if (holds(value)) return;
    const message = typeof expected === 'string' ? expected : expected(value);
    issues.push({ code: 'custom', message, input: value, continue: true });
  });
}
