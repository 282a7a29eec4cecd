import { readableText } from '../show/readable-text.ts';
import { executionLooks, stateLooks } from '../show/tone.ts';
import type { ExecutionSnapshot } from './execution-snapshot.ts';

/** Says to those who do not see the graph where the execution is. */
export function News({ snapshot }: { readonly snapshot: ExecutionSnapshot }) {
  return (
    <p className="visually-hidden" aria-live="polite">
      {newsOf(snapshot)}
    </p>
  );
}

function newsOf({ execution, visits, trace, record }: ExecutionSnapshot): string {
  const words = executionLooks[execution.status].words;
  if (execution.status !== 'RUNNING') {
    const became = record.outcome ? `${words}: ${readableText(record.outcome)}` : words;
    return record.notTold ? `${became}, customer not told` : became;
  }
  const state = visits.visits.findLast(({ within }) => within === undefined)?.state;
  const status = trace.states.get(state ?? '')?.status;
  return state && status ? `${readableText(state)}: ${stateLooks[status].words}` : words;
}
