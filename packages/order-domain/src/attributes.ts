import * as z from 'zod/mini';
import { isReadable, safeText } from './safe-text.ts';

/** As many, and as long, as the metadata of Stripe (https://docs.stripe.com/metadata). */
export const attributeLimits = { entries: 50, key: 40, value: 500 } as const;

/**
 * What a shop wants to find again with an order or a line: a gift message, the channel, its own tax number. A map of
 * text to text, that the workflow carries and never reads. A text may have several lines.
 */
export const attributesSchema = z
  .record(
    safeText(attributeLimits.key),
    z.string().check(
      z.maxLength(attributeLimits.value),
      z.refine(
        (text) => isReadable(text.replace(/[\t\n\r]/g, ' ')),
        'text without control or bidirectional characters',
      ),
    ),
  )
  .check(
    z.refine((map) => Object.keys(map).length <= attributeLimits.entries, `at most ${attributeLimits.entries} entries`),
  );
