import * as z from 'zod/mini';
import { plainText } from './plain-text.ts';

/**
 * Text that a person can read as it was written: no control characters (so no line breaks), none of the
 * characters that Unicode calls Bidi_Control (marks, embeddings, overrides, isolates; UTR 36, "bidirectional text
 * spoofing"), no line or paragraph separators, no byte order mark and no lone surrogates. Letters of every script and
 * emoji are welcome. The characters are listed, since \p{Bidi_Control} is unknown to other readers of the JSON Schema.
 */
export const readableText = /^[^\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$/u;

/**
 * Something that is seen: no text of joiners, fillers and blanks alone. Of an empty one something else is said. Listed, as
 * above.
 */
export const visibleText =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each mark is meant by itself, not joined to its neighbour
  /^$|[^\u034F\s\u00AD\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]/u;

/** Said of a text that {@link visibleText} does not find. */
export const unseenText = 'text with something to see in it';

const unreadableText = 'text without control or bidirectional characters';

/**
 * A non-empty text of at most `maxLength` characters (Unicode code points: an emoji may be several), read without the
 * space around it ({@link plainText}).
 */
export function safeText(maxLength: number) {
  return z
    .string()
    .check(
      z.overwrite(plainText),
      z.minLength(1),
      z.maxLength(maxLength),
      z.regex(readableText, unreadableText),
      z.regex(visibleText, unseenText),
    );
}

/** Whether a text that came from elsewhere may be shown as it stands. */
export function isReadable(text: string): boolean {
  return readableText.test(text);
}
