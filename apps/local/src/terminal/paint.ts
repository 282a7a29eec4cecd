import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Colours for one stream: none when it is no terminal or the user wants none (NO_COLOR). */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly good: (text: string) => string;
  readonly busy: (text: string) => string;
  readonly odd: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** Only the sixteen colours that a terminal's theme defines, so that they can be read on light and on dark. */
export function paintFor(stream: NodeJS.WritableStream): Paint {
  const style = (format: Style) => (text: string) => styleText(format, text, { stream });
  return {
    strong: style('bold'),
    quiet: style('dim'),
    good: style('green'),
    busy: style('cyan'),
    odd: style('yellow'),
    bad: style('red'),
  };
}
