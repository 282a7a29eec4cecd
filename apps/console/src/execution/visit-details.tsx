import { readCause } from '../history/read-cause.ts';
import type { Visit } from '../history/visit.ts';
import type { StruckBy } from '../local/struck-by.ts';
import { addedToRecord } from '../order/added-to-record.ts';
import { Foreign } from '../parts/foreign.tsx';
import { JsonBlock } from '../parts/json-block.tsx';
import { Moment } from '../parts/moment.tsx';
import { formatDuration } from '../show/format-duration.ts';
import { unfoldJson } from '../show/unfold-json.ts';
import { AttemptTable } from './attempt-table.tsx';

interface VisitDetailsProps {
  readonly visit: Visit;
  readonly struck: StruckBy;
  /** When the execution started, in epoch milliseconds. */
  readonly startedAt: number;
  /** The execution ended in it. */
  readonly final: boolean;
  /** Needed when there are several visits. */
  readonly title: string | undefined;
}

/** One time that an execution was in a state. */
export function VisitDetails({ visit, struck, startedAt, final, title }: VisitDetailsProps) {
  const { enteredAt, exitedAt, input, output, failure, attempts } = visit;
  const added = input === undefined || output === undefined ? undefined : addedToRecord(input, output);
  return (
    <>
      {title !== undefined && <h3>{title}</h3>}
      <p>
        Entered <Moment at={enteredAt} />
        {exitedAt !== undefined && `, left after ${formatDuration(exitedAt - enteredAt)}`}
      </p>
      {failure && (
        <div className={`failure ${final ? 'bad' : 'warn'}`}>
          <p>
            <code>
              <Foreign text={failure.error} most={80} />
            </code>
          </p>
          <p>
            <Foreign text={readCause(failure.cause)} most={2000} lines />
          </p>
          {failure.cause !== '' && <JsonBlock title="Cause" json={failure.cause} folded />}
        </div>
      )}
      {attempts.length > 0 && <AttemptTable attempts={attempts} startedAt={startedAt} struck={struck} />}
      {added && Object.keys(added).length > 0 && (
        <JsonBlock title="Left in the record" json={JSON.stringify(unfoldJson(added))} />
      )}
      {input !== undefined && <JsonBlock title="Input" json={input} folded={added !== undefined} />}
      {output !== undefined && <JsonBlock title="Output" json={output} folded={added !== undefined} />}
    </>
  );
}
