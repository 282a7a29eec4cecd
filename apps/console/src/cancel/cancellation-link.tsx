import { Foreign } from '../parts/foreign.tsx';
import { formatRoute } from '../route/route.ts';
import type { CancelledBy } from './cancelled-by.ts';

/** Leads to the execution that cancels the order. */
export function CancellationLink({ name }: CancelledBy) {
  if (name === undefined) return null;
  return (
    <a href={formatRoute({ view: 'execution', of: 'cancellations', name })}>
      <Foreign text={name} most={80} />
    </a>
  );
}
