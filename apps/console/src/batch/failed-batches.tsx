import { stepFunctions } from '../api/step-functions.ts';
import { sameOrNew, useLive } from '../live/use-live.ts';
import type { Machine } from '../machines/machines.ts';
import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { formatRoute } from '../route/route.ts';

/** So many are named. */
const shown = 5;

/** Batches that failed or were stopped: what was not placed is, once somebody redrives them. Nothing where none did. */
export function FailedBatches({ machine: { stateMachineArn } }: { readonly machine: Machine }) {
  const { data = [] } = useLive(
    'failed batches',
    async (before: Awaited<ReturnType<typeof readFailed>> | undefined, signal) =>
      sameOrNew(before, await readFailed(stateMachineArn, signal)),
    () => false,
  );
  if (data.length === 0) return null;
  return (
    <section className="card" aria-labelledby="failed-batches">
      <h2 id="failed-batches">Batches that were not placed whole</h2>
      <ul>
        {data.slice(0, shown).map(({ executionArn, name, stopDate, startDate }) => (
          <li key={executionArn}>
            <a href={formatRoute({ view: 'execution', of: 'batches', name })}>
              <Foreign text={name} />
            </a>{' '}
            <span className="muted">
              since <Moment at={stopDate ?? startDate} />
            </span>
          </li>
        ))}
      </ul>
      {data.length > shown && <p className="muted">and more</p>}
    </section>
  );
}

async function readFailed(stateMachineArn: string, signal: AbortSignal) {
  const ended = await Promise.all(
    ['FAILED', 'TIMED_OUT', 'ABORTED'].map((statusFilter) =>
      stepFunctions.listExecutions({ stateMachineArn, statusFilter, maxResults: shown + 1 }, signal),
    ),
  );
  return ended.flatMap(({ executions }) => executions);
}
