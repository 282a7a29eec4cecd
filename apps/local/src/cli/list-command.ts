import { type ExecutionJournal, type ExecutionSummary, readExecution } from '@order-workflow/asl-engine';
import { outcomeOf } from '../orders/execution-report.ts';
import type { ExecutionStatus } from '../orders/execution-statuses.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { type ListedExecution, renderList } from '../show/render-list.ts';
import { jsonText } from '../terminal/json-text.ts';
import { paintFor } from '../terminal/paint.ts';
import { writeOut } from '../terminal/write-out.ts';
import { readRecords } from './read-records.ts';

export interface ListCommandOptions {
  readonly status?: ExecutionStatus;
  /** How many at most, the latest ones. */
  readonly limit: number;
  readonly json?: true;
  readonly data?: string;
}

/** `order list`: gives the exit code. */
export async function listCommand({ status, limit, json, data }: ListCommandOptions): Promise<number> {
  const listed = readRecords(data, ({ journal }) =>
    journal
      .list()
      .filter(({ end }) => status === undefined || (end?.status ?? 'RUNNING') === status)
      .slice(-limit)
      .map((summary) => describe(journal, summary)),
  );
  const text = json ? jsonText(listed ?? []) : renderList(listed ?? [], paintFor(process.stdout)).join('\n');
  if (text !== '') await writeOut(process.stdout, `${text}\n`);
  return exitCodes.succeeded;
}

function describe(journal: ExecutionJournal, summary: ExecutionSummary): ListedExecution {
  const { executionArn, name, startedAt, end, redriveCount } = summary;
  const recorded = readExecution(journal, executionArn);
  const entered = recorded?.history().findLast(({ type }) => type.endsWith('StateEntered'));
  return {
    executionArn,
    name,
    status: end?.status ?? 'RUNNING',
    outcome: (recorded?.result && outcomeOf(recorded.result)) ?? null,
    startDate: new Date(startedAt),
    stopDate: end ? new Date(end.stoppedAt) : null,
    error: end?.error ?? null,
    state: entered ? String(entered['stateEnteredEventDetails']?.['name']) : null,
    redriveCount,
  };
}
