import type { StateTrace } from '../history/trace.ts';
import { formatDuration } from '../show/format-duration.ts';
import { stateLooks } from '../show/tone.ts';

/** The small line under a state's name: how it went, and how long it took. */
export function noteOfState({ status, visits, retries }: StateTrace): string {
  const visit = visits.at(-1);
  const retried = retries === 0 ? [] : [`retried ×${retries}`];
  if (!visit) return stateLooks[status].words;
  if (status === 'caught' || status === 'failed')
    return [visit.failure?.error ?? stateLooks[status].words, ...retried].join(' · ');
  if (status === 'retrying') return ['waits', ...retried].join(' · ');
  if (visit.exitedAt === undefined) return [stateLooks[status].words, ...retried].join(' · ');
  return [formatDuration(visit.exitedAt - visit.enteredAt), ...retried].join(' · ');
}
