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

/** Breaks a text at spaces into lines of at most `width` characters; a longer word gets a line of its own. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const [indent = ''] = /^ */.exec(text) ?? [];
  for (const word of text.trim().split(' ')) {
    const longer = line === '' ? indent + word : `${line} ${word}`;
    if (line !== '' && [...longer].length > width) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Text as one word of a command that is printed to be copied, for POSIX shells and PowerShell: quoted where it has to be, as `#1001` has. */
export function shellWord(text: string): string {
  const shown = printable(text);
  return /^[\w.:/@+-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
