import { escapeXml } from '@order-workflow/console/escape-xml';
import { styledLines } from './styled-text.ts';

/** CSS pixels. */
const size = { character: 8, line: 19, margin: 18 };

const look = `rect{fill:#161b22}
text{fill:#e7eaef;font:13.3px ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}
.bold{font-weight:700}
.dim{fill:#9ba6b5}
.green{fill:#63d195}
.yellow{fill:#f2b457}
.cyan{fill:#8cd8ff}
.red{fill:#ff8e84}`;

interface TerminalPicture {
  /** What was typed. */
  readonly command: string;
  /** What was written, with the codes for styles. */
  readonly written: string;
  readonly title: string;
}

/** A terminal with a command and what it wrote, as an SVG document that stands alone. */
export function drawTerminal({ command, written, title }: TerminalPicture): string {
  const lines = styledLines(`\x1b[2m$\x1b[22m ${command}\n${written.trimEnd()}`);
  const columns = Math.max(...lines.map((pieces) => pieces.reduce((sum, { text }) => sum + text.length, 0)));
  const [width, height] = [columns * size.character + 2 * size.margin, lines.length * size.line + 2 * size.margin];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>\n${look}\n</style>`,
    `<rect width="${width}" height="${height}" rx="8"/>`,
    ...lines.map((pieces, index) => {
      const spans = pieces.map(({ text, style }) =>
        style === '' ? escapeXml(text) : `<tspan class="${style}">${escapeXml(text)}</tspan>`,
      );
      return `<text x="${size.margin}" y="${size.margin + (index + 0.75) * size.line}" xml:space="preserve">${spans.join('')}</text>`;
    }),
    '</svg>\n',
  ].join('\n');
}
