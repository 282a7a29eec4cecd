import type { DescribedExecution } from '../api/execution.ts';
import { sameOrNew, useLive } from '../live/use-live.ts';
import { LineCounts } from './line-counts.tsx';
import { batchIdOf, countRefused, type ReadBatch, readBatchLines } from './read-batch-lines.ts';
import { RefusedLines } from './refused-lines.tsx';

/** What became of the lines of a batch. */
export function BatchCard({ execution: { input, status } }: { readonly execution: DescribedExecution }) {
  const batchId = batchIdOf(input);
  const { data, failure } = useLive(
    `batch ${batchId} ${status}`,
    async (before: ReadBatch | undefined, signal) => sameOrNew(before, await readBatchLines(batchId ?? '', signal)),
    ({ standing }) => standing.progress === 'working',
  );
  return (
    <section className="card batch" aria-labelledby="batch-title">
      <h2 id="batch-title">Lines</h2>
      {data && <Lines batch={data} />}
      {!data && <p className="muted">{failure ? 'The server knows no batch of this id.' : 'Asking for its lines …'}</p>}
    </section>
  );
}

function Lines({ batch: { standing, refused } }: { readonly batch: ReadBatch }) {
  const { batchId, lines, answered, progress, result } = standing;
  return (
    <>
      <progress max={lines} value={answered} aria-label="Lines answered" />
      <LineCounts standing={standing} />
      {progress === 'needs-a-person' && (
        <p>Its execution has ended before all lines were answered: a redrive goes on with the others.</p>
      )}
      {result !== undefined && (
        <p>
          <a className="button" href={result} download={`batch-${batchId}.jsonl`}>
            Download the result
          </a>
        </p>
      )}
      <RefusedLines refused={refused} count={countRefused(standing)} />
    </>
  );
}
