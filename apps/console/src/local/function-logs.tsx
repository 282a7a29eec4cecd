import { useState } from 'react';
import type { DescribedExecution } from '../api/execution.ts';
import { sameOrNew, useLive } from '../live/use-live.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Moment } from '../parts/moment.tsx';
import { describeLogLine, isLambdaLine, shortFunctionName } from './describe-log-line.ts';
import { type Logs, localMachine } from './local-machine.ts';
import { LogLine } from './log-line.tsx';

interface FunctionLogsProps {
  readonly execution: DescribedExecution;
}

/** What the functions wrote while they worked on an execution. */
export function FunctionLogs({ execution: { executionArn, status, startDate } }: FunctionLogsProps) {
  const running = status === 'RUNNING';
  const [all, setAll] = useState(false);
  const { data } = useLive(
    `logs ${executionArn} ${running}`,
    async (before: Logs | undefined, signal) => sameOrNew(before, await localMachine.logs(executionArn, signal)),
    () => running,
  );
  const events = data?.events ?? [];
  const keptSince = (data?.keptSince ?? 0) * 1000;
  const shown = events.filter(({ message }) => all || !isLambdaLine(message));
  return (
    <section className="card" aria-labelledby="logs-title">
      <div className="view-head">
        <h2 id="logs-title">
          Function logs <span className="muted">{shown.length} lines</span>
        </h2>
        <label className="inline">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          Lambda’s own lines too
        </label>
      </div>
      {keptSince > startDate && (
        <p className="muted">
          The server was started again at <Moment at={keptSince} />: what was written before is not kept.
        </p>
      )}
      {events.length === 0 ? (
        <p className="muted">No lines are kept of this execution. They last as long as the server.</p>
      ) : (
        <div className="scroll-box">
          <DataTable className="logs" columns={['Time', 'Function', 'Line']}>
            {shown.map(({ timestamp, functionName, message }, index) => (
              <LogLine
                key={`${timestamp} ${index}`}
                at={timestamp * 1000}
                functionName={shortFunctionName(functionName)}
                line={describeLogLine(message)}
                message={message}
              />
            ))}
          </DataTable>
        </div>
      )}
    </section>
  );
}
