/** Text of a terminal in one style. */
export interface StyledText {
  readonly text: string;
  /** Classes such as `bold green`; empty for plain text. */
  readonly style: string;
}

/** What each code for a style means (ECMA-48, "Select Graphic Rendition"). A code that is not here puts all of them out. */
const codes: Readonly<Record<string, readonly [group: string, style: string]>> = {
  1: ['weight', 'bold'],
  2: ['weight', 'dim'],
  22: ['weight', ''],
  31: ['colour', 'red'],
  32: ['colour', 'green'],
  33: ['colour', 'yellow'],
  36: ['colour', 'cyan'],
  39: ['colour', ''],
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: a style begins with ESC.
const mark = /\x1b\[(\d*)m/;

/** The lines of what was written to a terminal, each in pieces of one style. */
export function styledLines(written: string): readonly (readonly StyledText[])[] {
  let styles = new Map<string, string>();
  return written.split('\n').map((line) => {
    const pieces: StyledText[] = [];
    for (const [index, piece] of line.split(mark).entries()) {
      if (index % 2 === 0) {
        if (piece !== '') pieces.push({ text: piece, style: [...styles.values()].filter(Boolean).join(' ') });
        continue;
      }
      const code = codes[piece];
      styles = code === undefined ? new Map() : new Map([...styles, code]);
    }
    return pieces;
  });
}
