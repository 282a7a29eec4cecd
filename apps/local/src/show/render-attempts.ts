import { stoppedWords } from '../orders/cancelled-since.ts';
import type { DescribedAttempt } from '../orders/describe-attempts.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable-text.ts';

/** The executions of an order that has several: a line each, with what became of money and parcel. */
export function renderAttempts(attempts: readonly DescribedAttempt[], paint: Paint): readonly string[] {
  if (attempts.length < 2) return [];
  const names = attempts.map(({ executionArn }) => printable(executionArn.split(':').at(-1) ?? ''));
  const width = Math.max(...names.map((name) => name.length));
  const lines = attempts.map(({ attempt, status, outcome, money, parcel }, index) => {
    const [word, colour] = looks(money === stoppedWords ? 'stopped' : (outcome ?? status), paint);
    const name = names[index]?.padEnd(width);
    return `  ${String(attempt ?? '–').padStart(4)}  ${name}  ${colour(word.padEnd(9))}  ${paint.quiet(`${money} · ${printable(parcel)}`)}`;
  });
  return [`  ${paint.quiet('Attempts at this order:')}`, ...lines, ''];
}

function looks(word: string, paint: Paint): readonly [string, (text: string) => string] {
  if (word === 'fulfilled') return [word, paint.good];
  if (word === 'duplicate' || word === 'stopped') return [word, paint.quiet];
  if (word === 'RUNNING') return [word, paint.busy];
  return [word, /^[A-Z]/.test(word) ? paint.bad : paint.odd];
}
