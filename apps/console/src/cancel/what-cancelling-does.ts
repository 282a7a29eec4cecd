import type { ExecutionSnapshot } from '../execution/execution-snapshot.ts';

/** What becomes of an order that is cancelled where it stands now. */
export function whatCancellingDoes({
  execution: { status },
  trace,
}: Pick<ExecutionSnapshot, 'execution' | 'trace'>): string {
  const done = [...trace.states.values()].some((state) => state.status === 'succeeded' || state.status === 'caught');
  if (status === 'RUNNING')
    return done
      ? `Its execution is stopped there, and what was done for it is undone, the last first. ${undone}`
      : 'Nothing has been done for it yet. Its execution is stopped there, and nothing is charged or sent.';
  if (status === 'SUCCEEDED') return `It is charged, and its parcel is booked. ${undone}`;
  return `A person must act there. By cancelling it the order is given up: what may have been done for it is undone. ${undone}`;
}

const undone =
  'A parcel that can be called back is, and the money goes back. One that has left stands and stays paid for, and the customer is told that it was too late.';
