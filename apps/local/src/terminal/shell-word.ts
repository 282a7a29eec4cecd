import { printable } from './printable-text.ts';

/** Text as one word of a command that is printed to be copied, for POSIX shells and PowerShell: quoted where it has to be, as `#1001` has. */
export function shellWord(text: string): string {
  const shown = printable(text);
  return /^[\w.:/@+-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
