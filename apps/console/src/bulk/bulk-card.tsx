import { useRef, useState } from 'react';
import type { DeskQuery } from '../desk/desk-query.ts';
import { deskServer } from '../desk/desk-server.ts';
import type { Machines } from '../machines/machines.ts';
import { Foreign } from '../parts/foreign.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { BulkTable } from './bulk-table.tsx';
import { collectHits, mostHits } from './collect-hits.ts';
import { doCall } from './do-call.ts';
import { type BulkAction, type PlannedRow, planBulk } from './plan-bulk.ts';
import { type BulkResult, runBulk } from './run-bulk.ts';

interface BulkCardProps {
  readonly query: DeskQuery;
  /** How many the search found. */
  readonly total: number;
  readonly machines: Machines;
}

const verbs: Readonly<Record<BulkAction, string>> = {
  redrive: 'Redrive',
  cancel: 'Cancel the orders of',
  replay: 'Tell the customers of',
};
const doing: Readonly<Record<BulkAction, string>> = { redrive: 'redriven', cancel: 'cancelled', replay: 'told' };

interface Plan {
  readonly action: BulkAction;
  readonly rows: readonly PlannedRow[];
  readonly results: ReadonlyMap<number, BulkResult>;
  readonly stage: 'planned' | 'running' | 'over';
}

/** One thing done to all that was found: what will be done to each is shown first, and then what came of it. */
export function BulkCard({ query, total, machines }: BulkCardProps) {
  const [plan, setPlan] = useState<Plan>();
  const [said, say] = useState('');
  const running = useRef<AbortController>(undefined);
  const card = useRef<HTMLElement>(null);
  useKeptFocus(card);

  async function prepare(action: BulkAction): Promise<void> {
    say('Looking at all that was found …');
    try {
      const search = (parameters: URLSearchParams) => deskServer.search(parameters);
      const [hits, { parked }] = await Promise.all([collectHits(query, search), deskServer.home(Date.now())]);
      setPlan({ action, rows: planBulk(action, hits, parked), results: new Map(), stage: 'planned' });
      say('');
    } catch (problem) {
      say(problem instanceof Error ? problem.message : String(problem));
    }
  }

  async function run({ action, rows }: Plan): Promise<void> {
    const results = new Map<number, BulkResult>();
    const show = (stage: Plan['stage']) => setPlan({ action, rows, results: new Map(results), stage });
    running.current = new AbortController();
    show('running');
    const tell = (row: number, result: BulkResult) => {
      results.set(row, result);
      show('running');
    };
    await runBulk(rows, (call) => doCall(call, machines), tell, running.current.signal);
    show('over');
  }

  const planned = plan?.rows.filter(({ call }) => call).length ?? 0;
  const done = [...(plan?.results.values() ?? [])].filter((result) => result.done).length;
  return (
    <section ref={card} className="card bulk" aria-labelledby="bulk-title" tabIndex={-1}>
      <h2 id="bulk-title">With all that was found</h2>
      {!plan && (
        <p className="buttons">
          {(['redrive', 'cancel', 'replay'] as const).map((action) =>
            action === 'cancel' && !machines.cancellations ? null : (
              <button key={action} type="button" onClick={() => prepare(action)}>
                {verbs[action]} {Math.min(total, mostHits).toLocaleString()} …
              </button>
            ),
          )}
        </p>
      )}
      <p role="status" className={plan || said ? '' : 'visually-hidden'}>
        <Foreign text={said} most={300} />
        {plan?.stage === 'planned' &&
          `${planned} of ${plan.rows.length} will be ${doing[plan.action]}. Nothing is done yet.`}
        {plan?.stage === 'running' && `${plan.results.size} of ${planned} …`}
        {plan?.stage === 'over' && `${done} of ${planned} ${doing[plan.action]}.`}
      </p>
      {total > mostHits && <p className="muted">The first {mostHits} in the order of the search; then once more.</p>}
      {plan && (
        <>
          <p className="buttons">
            {plan.stage === 'planned' && planned > 0 && (
              <button
                type="button"
                className={plan.action === 'cancel' ? 'primary dangerous' : 'primary'}
                onClick={() => run(plan)}
              >
                {verbs[plan.action]} {planned}
              </button>
            )}
            {plan.stage === 'running' ? (
              <button type="button" onClick={() => running.current?.abort()}>
                Begin no more
              </button>
            ) : (
              <button type="button" onClick={() => setPlan(undefined)}>
                {plan.stage === 'over' ? 'Close' : 'Do nothing'}
              </button>
            )}
          </p>
          <BulkTable rows={plan.rows} results={plan.results} />
        </>
      )}
    </section>
  );
}
