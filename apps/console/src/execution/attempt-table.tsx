import { readCause } from '../history/read-cause.ts';
import type { Attempt } from '../history/visit.ts';
import { formatDuration } from '../show/format-duration.ts';

const words: Readonly<Record<Attempt['status'], string>> = {
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
};

interface AttemptTableProps {
  readonly attempts: readonly Attempt[];
  /** When the execution started, in epoch milliseconds. */
  readonly startedAt: number;
}

export function AttemptTable({ attempts, startedAt }: AttemptTableProps) {
  return (
    <div className="scroll-box">
      <table className="attempts">
        <caption>{attempts.length === 1 ? 'One attempt' : `${attempts.length} attempts`}</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">After start</th>
            <th scope="col">Took</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ scheduledAt, endedAt, status, failure, redrive }, index) => (
            <tr key={scheduledAt}>
              <td className="number">{index + 1}</td>
              <td className="number">{formatDuration(scheduledAt - startedAt)}</td>
              <td className="number">{endedAt === undefined ? '…' : formatDuration(endedAt - scheduledAt)}</td>
              <td>
                {failure ? (
                  <code className="error-name" title={readCause(failure.cause)}>
                    {failure.error}
                  </code>
                ) : (
                  words[status]
                )}
                {redrive > 0 && <span className="muted"> redrive {redrive}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
