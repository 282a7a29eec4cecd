import type { DescribedExecution } from '../api/execution.ts';
import { readRecord } from '../order/read-record.ts';
import { Foreign } from '../parts/foreign.tsx';
import { OutcomeMark } from '../parts/outcome-mark.tsx';
import { formatRoute } from '../route/route.ts';
import { executionLooks } from '../show/tone.ts';
import { CancellationLink } from './cancellation-link.tsx';

/** Of an order: that it is being cancelled, or was, and what came of it. */
export function CancellationFact({ cancellation }: { readonly cancellation: DescribedExecution }) {
  const { name, status, output } = cancellation;
  const { outcome } = readRecord(undefined, output ?? undefined);
  return (
    <div>
      <dt>Cancellation</dt>
      <dd>
        <CancellationLink name={name} />{' '}
        {outcome === undefined ? <span>{executionLooks[status].words}</span> : <OutcomeMark outcome={outcome} />}
      </dd>
    </div>
  );
}

/** Of a cancellation: the execution of the order that it stops. */
export function WorkerFact({ name }: { readonly name: string }) {
  return (
    <div>
      <dt>Stops</dt>
      <dd>
        <a href={formatRoute({ view: 'execution', name })}>
          <Foreign text={name} most={80} />
        </a>
      </dd>
    </div>
  );
}
