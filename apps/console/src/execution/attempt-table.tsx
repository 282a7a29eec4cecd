import { Fragment } from 'react';
import { readCause } from '../history/read-cause.ts';
import type { Attempt } from '../history/visit.ts';
import type { StruckBy } from '../local/struck-by.ts';
import { Foreign } from '../parts/foreign.tsx';
import { Mark } from '../parts/mark.tsx';
import { formatDuration } from '../show/format-duration.ts';
import { readableText } from '../show/readable-text.ts';

const words: Readonly<Record<Attempt['status'], string>> = {
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
};

interface AttemptTableProps {
  readonly attempts: readonly Attempt[];
  /** When the execution started, in epoch milliseconds. */
  readonly startedAt: number;
  readonly struck: StruckBy;
}

export function AttemptTable({ attempts, startedAt, struck }: AttemptTableProps) {
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
          {attempts.map((attempt, index) => {
            const { scheduledAt, endedAt, status, failure, redrive } = attempt;
            return (
              <tr key={`${scheduledAt} ${index}`}>
                <td className="number">{index + 1}</td>
                <td className="number">{formatDuration(scheduledAt - startedAt)}</td>
                <td className="number">{endedAt === undefined ? '…' : formatDuration(endedAt - scheduledAt)}</td>
                <td>
                  {failure ? (
                    <code
                      className="error-name"
                      title={readableText(readCause(failure.cause), { most: 1_000, lines: true })}
                    >
                      <Foreign text={failure.error} most={80} />
                    </code>
                  ) : (
                    words[status]
                  )}
                  {redrive > 0 && <span className="muted"> redrive {redrive}</span>}
                  {struck.get(attempt)?.map((fault) => (
                    <Fragment key={fault}>
                      {' '}
                      <Mark tone="warn" title="A fault that was switched on struck this attempt.">
                        struck by <Foreign text={fault} most={60} />
                      </Mark>
                    </Fragment>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
