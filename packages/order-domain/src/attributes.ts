import * as z from 'zod/mini';
import { mustBe } from './must-be.ts';
import { isReadable, safeText } from './safe-text.ts';

/** As many, and as long, as the metadata of Stripe (https://docs.stripe.com/metadata). */
export const attributeLimits = { entries: 50, key: 40, value: 500 } as const;

export const attributeKeySchema = safeText(attributeLimits.key);

const attributeSchema = z.string().check(
  z.maxLength(attributeLimits.value),
  mustBe((text) => isReadable(text.replace(/[\t\n\r]/g, ' ')), 'text without control or bidirectional characters'),
);

/**
 * What a shop wants to find again with an order or a line: a gift message, the channel, its own tax number. A map of
 * text to text, that the workflow carries and never reads. A text may have several lines. It is an object that takes any
 * key, since `z.record` would bring all its kinds of keys into every stage.
 */
export const attributesSchema = z.catchall(z.object({}), attributeSchema).check(
  z.check(sayWrongKeys, { when: ({ value }) => typeof value === 'object' && value !== null }),
  mustBe((map) => Object.keys(map).length <= attributeLimits.entries, `at most ${attributeLimits.entries} entries`),
);

/** Said beside what is wrong with the texts. */
function sayWrongKeys({ value, issues }: z.core.ParsePayload<Readonly<Record<string, string>>>): void {
  for (const key of Object.keys(value))
    if (!attributeKeySchema.safeParse(key).success)
      issues.push({
        code: 'custom',
        path: [key],
        message: `a key of 1 to ${attributeLimits.key} characters that can be read`,
        input: value,
        continue: true,
      });
}
