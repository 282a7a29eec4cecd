import type { ShippingAddress } from './shipping-address.ts';

/** Characters of a line of an address, and lines of it beside the city, that parcel carriers print: DHL, FedEx and UPS. */
export const labelLimits = { characters: 35, lines: 3 } as const;

/**
 * An address's lines as they go onto a label: a line that is too long is broken between words, and a word that is too
 * long by itself within it. What takes more lines than there are is written without a break between the two. It may take
 * more than a label has even so: that is for the reader to refuse.
 */
export function labelLines({ line1, line2 }: Pick<ShippingAddress, 'line1' | 'line2'>): readonly string[] {
  if (line2 === undefined) return broken(line1);
  const lines = [...broken(line1), ...broken(line2)];
  return lines.length <= labelLimits.lines ? lines : broken(`${line1} ${line2}`);
}

function broken(line: string): readonly string[] {
  const lines: string[] = [];
  let last = '';
  for (const word of line.split(' ').flatMap(pieces)) {
    const longer = last === '' ? word : `${last} ${word}`;
    if (lengthOf(longer) <= labelLimits.characters) last = longer;
    else {
      lines.push(last);
      last = word;
    }
  }
  return [...lines, last];
}

/** As many characters as a line takes, each a code point, as the schemas' limits are: a letter of any script is one. */
const piece = new RegExp(`.{1,${labelLimits.characters}}`, 'gsu');

function pieces(word: string): readonly string[] {
  return word.match(piece) ?? [''];
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
