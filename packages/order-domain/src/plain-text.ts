/**
 * Spaces and marks that nobody sees: they come along when text is copied, those of direction from address books and chats.
 * Overrides are not among them: they are meant.
 */
const unseenMarks = '\\u00AD\\u200B\\u2060\\uFEFF\\u061C\\u200E\\u200F\\u202A-\\u202C\\u2066-\\u2069';
const unseenAround = new RegExp(`^[\\s${unseenMarks}]+|[\\s${unseenMarks}]+$`, 'g');
const unseenWithin = new RegExp(`[${unseenMarks}]`, 'g');

/** Plain as it stands, as nearly all is: whoever starts cold need not first make the patterns for all else. */
const plainAscii = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;

/** Digits of any script. Each script has ten that follow each other, and nothing before them that is one. */
const digit = /\p{Nd}/gu;

/**
 * Words of a person as they are kept: letters and their accents composed as Unicode composes them (NFC), without the
 * space, line breaks and invisible marks around them that come along when text is pasted.
 */
export function plainText(text: string): string {
  return plainAscii.test(text) ? text : text.normalize('NFC').replace(unseenAround, '');
}

/**
 * A code of letters, digits and signs as it is written in ASCII, whatever keyboard it was typed on: full-width forms
 * become plain ones (NFKC), digits of every script those of ASCII, every dash `-`, every space one blank, and around it and
 * of marks that nobody sees there are none.
 */
export function plainCode(text: string): string {
  if (plainAscii.test(text) && !text.includes('  ')) return text;
  return asciiDigits(withoutUnseen(plainText(text.normalize('NFKC'))))
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/g, ' ');
}

/** Without the marks that nobody sees, wherever they stand. */
export function withoutUnseen(text: string): string {
  return text.replace(unseenWithin, '');
}

/** Digits of every script as those of ASCII: `٣` is `3`. Full-width ones and those of mathematics are NFKC's work. */
export function asciiDigits(text: string): string {
  return text.replace(digit, (one) => {
    const code = one.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}

/** Whether all of it can be seen on every keyboard, or is a blank. */
export function isAscii(text: string): boolean {
  return !/[^ -~]/.test(text);
}
