/**
 * Text from elsewhere, safe to write to a terminal: control characters (an escape sequence begins with one), lone
 * surrogates and characters that turn the reading direction become a visible sign. Line breaks become one too.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '\uFFFD');
}
