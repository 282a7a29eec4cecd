import { formatDuration } from '../show/format-duration.ts';
import type { DeskHome } from './desk-server.ts';
import { EntryLink, WhereAndWhy } from './hits-table.tsx';

interface WaitingListProps {
  readonly waiting: DeskHome['waiting'];
  readonly now: number;
}

/** What runs, and is in one state for longer than a minute. */
export function WaitingList({ waiting: { count, oldest }, now }: WaitingListProps) {
  if (count === 0) return null;
  return (
    <section className="card" aria-labelledby="waiting-title">
      <h2 id="waiting-title">In one state for longer than a minute</h2>
      <ul>
        {oldest.map((entry) => (
          <li key={entry.executionArn}>
            <EntryLink entry={entry} />{' '}
            <span className="muted">for {formatDuration(Math.max(0, now - (entry.enteredAt ?? now)))} at</span>{' '}
            <WhereAndWhy entry={entry} />
          </li>
        ))}
      </ul>
      {count > oldest.length && <p className="muted">and {(count - oldest.length).toLocaleString()} more</p>}
    </section>
  );
}
