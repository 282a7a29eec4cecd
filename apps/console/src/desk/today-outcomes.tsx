import { OutcomeMark } from '../parts/outcome-mark.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { formatRoute } from '../route/route.ts';
import { executionLooks } from '../show/tone.ts';
import type { DeskHome } from './desk-server.ts';

interface TodayOutcomesProps {
  readonly today: DeskHome['today'];
  /** `2026-03-02` */
  readonly date: string;
}

/** What came of the orders that ended today. */
export function TodayOutcomes({ today, date }: TodayOutcomesProps) {
  return (
    <section className="card" aria-labelledby="today-title">
      <h2 id="today-title">Ended today</h2>
      {today.length === 0 && <p className="muted">No order so far.</p>}
      <ul className="outcomes">
        {today.map(({ of, status, outcome, count }) => (
          <li key={`${of} ${status} ${outcome}`}>
            <a
              href={formatRoute({
                view: 'search',
                query: { ...(outcome === null ? { status } : { outcome }), of, ended: date },
              })}
            >
              <strong className="number">{count.toLocaleString()}</strong>{' '}
              {outcome === null ? (
                <StatusBadge look={executionLooks[status as keyof typeof executionLooks]} />
              ) : (
                <OutcomeMark outcome={outcome} />
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
