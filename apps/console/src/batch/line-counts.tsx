import { Mark } from '../parts/mark.tsx';
import type { BatchStanding } from './batch-server.ts';

/** What the order API says by these statuses of a line. */
const words: Readonly<Record<string, string>> = {
  202: 'placed',
  200: 'placed before',
  400: 'not JSON',
  409: 'another under way',
  413: 'too large',
  422: 'no valid order',
};

/** How many lines of a batch are answered, and how. */
export function LineCounts({ standing: { lines, answered, statuses } }: { readonly standing: BatchStanding }) {
  return (
    <span className="line-counts">
      <span className="number">
        {answered.toLocaleString()} of {lines.toLocaleString()}
      </span>
      {Object.entries(statuses).map(([status, count]) => (
        <Mark key={status} tone={toneOf(Number(status))}>
          {count.toLocaleString()} {words[status] ?? `answered ${status}`}
        </Mark>
      ))}
    </span>
  );
}

function toneOf(status: number) {
  if (status === 202) return 'good';
  return status >= 400 ? 'warn' : 'idle';
}
