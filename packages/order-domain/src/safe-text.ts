import * as z from 'zod/mini';
import { plainText } from './plain-text.ts';

/**
 * Text that a person can read as it was written: no control characters (so no line breaks), none of the
 * characters that Unicode calls Bidi_Control (marks, embeddings, overrides, isolates; UTR 36, "bidirectional text
 * spoofing"), no line or paragraph separators, no byte order mark and no lone surrogates. Letters of every script and
 * emoji are welcome. The characters are listed, since \p{Bidi_Control} is unknown to other readers of the JSON Schema.
 */
export const readableText = /^[^\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$/u;

const unreadableText = 'text without control or bidirectional characters';

/**
 * A non-empty text of at most `maxLength` characters (Unicode code points: an emoji may be several), read without the
 * space around it ({@link plainText}).
 */
export function safeText(maxLength: number) {
  return z
    .string()
    .check(z.overwrite(plainText), z.minLength(1), z.maxLength(maxLength), z.regex(readableText, unreadableText));
}

/** Whether a text that came from elsewhere may be shown as it stands. */
export function isReadable(text: string): boolean {
  return readableText.test(text);
}
