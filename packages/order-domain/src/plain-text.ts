/** Spaces and marks that nobody sees: they come along when text is copied. */
const unseen = /^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/g;

/**
 * Words of a person as they are kept: letters and their accents composed as Unicode composes them (NFC), without the
 * space, line breaks and invisible marks around them that come along when text is pasted.
 */
export function plainText(text: string): string {
  return text.normalize('NFC').replace(unseen, '');
}

/**
 * A code of letters, digits and signs as it is written in ASCII, whatever keyboard it was typed on: full-width forms
 * become plain ones (NFKC), every dash `-`, every space one blank, and around it there are none.
 */
export function plainCode(text: string): string {
  return plainText(text.normalize('NFKC'))
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/g, ' ');
}
