import type { ExecutionStatus } from '../api/execution.ts';
import { formatRoute } from '../route/route.ts';
import { executionLooks } from '../show/tone.ts';

const offered: readonly (ExecutionStatus | undefined)[] = [
  undefined,
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'ABORTED',
  'TIMED_OUT',
];

export function StatusFilter({ current }: { readonly current: ExecutionStatus | undefined }) {
  return (
    <nav className="status-filter" aria-label="Filter by status">
      {offered.map((status) => (
        <a
          key={status ?? 'all'}
          href={formatRoute({ view: 'executions', ...(status ? { status } : {}) })}
          {...(status === current ? { 'aria-current': 'true' as const } : {})}
        >
          {status ? executionLooks[status].words : 'All'}
        </a>
      ))}
    </nav>
  );
}
