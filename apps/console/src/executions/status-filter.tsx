import type { ExecutionStatus } from '../api/execution.ts';
import type { BesideOrders } from '../machines/machines.ts';
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

interface StatusFilterProps {
  readonly current: ExecutionStatus | undefined;
  readonly of: BesideOrders | undefined;
}

export function StatusFilter({ current, of }: StatusFilterProps) {
  return (
    <nav className="status-filter" aria-label="Filter by status">
      {offered.map((status) => (
        <a
          key={status ?? 'all'}
          href={formatRoute({ view: 'executions', ...(of && { of }), ...(status ? { status } : {}) })}
          {...(status === current ? { 'aria-current': 'true' as const } : {})}
        >
          {status ? executionLooks[status].words : 'All'}
        </a>
      ))}
    </nav>
  );
}
