import type { Outcome } from '@order-workflow/order-domain';
import type { SagaLine } from './saga.ts';

/** The saga as a table of Markdown. */
export function sagaTable(saga: readonly SagaLine[]): string {
  const rows = saga.map((line) => [
    line.state,
    retried(line),
    turnsOf(line, ({ error, outcome, next }) =>
      outcome === undefined ? `\`${error}\` → ${next}` : `\`${error}\` → ${next}, \`${outcome}\``,
    ).join('; ') || '–',
    line.failure ?? 'FAILED',
    undoOf(line),
  ]);
  return [
    '| State | Tried for at least | Rejected | Anything else, tries spent | Undo |',
    '|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

const gap = 2;

/** The saga for a terminal of so many columns. Where it is narrow, the words of a rejection go on in the next line. */
export function sagaText(saga: readonly SagaLine[], columns: number): string {
  const rows = [
    ['', 'tried', 'rejected', 'anything else', 'undo'],
    ...saga.map((line) => [
      line.state,
      span(line.seconds),
      turnsOf(line, ({ error, next }) => `${error} → ${next}`).join(', ') || '–',
      line.failure ?? 'FAILED',
      undoOf(line),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const others = widths.reduce((sum, width, column) => (column === 2 ? sum : sum + width + gap), 0);
  const ofRejection = Math.min(widths[2] ?? 0, Math.max(columns - others, 'PaymentDeclined →'.length));
  return rows
    .flatMap((row) => {
      const [first = '', ...more] = wrapped(row[2] ?? '', ofRejection);
      const line = (cells: readonly string[]) =>
        cells
          .map((cell, column) => cell.padEnd((column === 2 ? ofRejection : (widths[column] ?? 0)) + gap))
          .join('')
          .trimEnd();
      return [
        line(row.map((cell, column) => (column === 2 ? first : cell))),
        ...more.map((rest) => line(['', '', rest])),
      ];
    })
    .join('\n');
}

/** A way in which a state turns off by an error; one that only has to be waited for decides nothing. */
interface Turn {
  readonly error: string;
  readonly next: string;
  readonly outcome?: Outcome;
}

/** The ways in which a state turns off, other than by failing. */
function turnsOf({ awaits, rejections, stands }: SagaLine, show: (turn: Turn) => string): readonly string[] {
  const turns: readonly Turn[] = [...(awaits ? [awaits] : []), ...rejections];
  return [...turns.map(show), ...(stands ? [`${stands.receipt} stands → ${stands.next.join(' or ')}`] : [])];
}

function undoOf({ undo, onwards }: SagaLine): string {
  return undo ?? (onwards === undefined ? '–' : `then ${onwards}`);
}

function retried({ tries, seconds }: SagaLine): string {
  return `${span(seconds)}, ${tries} tries`;
}

/** `61 s`, `6 h`, `14 d`: what has passed in full. */
function span(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  if (hours < 1) return `${seconds} s`;
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

/** In lines of so many characters, by words. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
