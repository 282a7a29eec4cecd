import type { ExecutionJournal, ExecutionSummary } from '@order-workflow/asl-engine';
import { orderIdSchema } from '@order-workflow/order-domain';
import { isJsonObject } from '../json/json-object.ts';
import { type ExecutionStatus, outcomeOf } from '../orders/execution-report.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { type ListEntry, renderList } from '../show/render-list.ts';
import { paintFor } from '../terminal/paint.ts';
import { columnsOf } from '../terminal/terminal-features.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
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
  const text = json
    ? jsonText(listed ?? [])
    : renderList(listed ?? [], paintFor(process.stdout), columnsOf(process.stdout)).join('\n');
  if (text !== '') await writeOut(process.stdout, `${text}\n`);
  return exitCodes.succeeded;
}

function describe(journal: ExecutionJournal, summary: ExecutionSummary): ListEntry {
  const { executionArn, name, startedAt, end, redriveCount } = summary;
  const standing = journal.describe(executionArn);
  return {
    executionArn,
    name,
    orderId: orderIdIn(standing?.start.input),
    status: end?.status ?? 'RUNNING',
    outcome: (standing?.end && outcomeOf(standing.end)) ?? null,
    startDate: new Date(startedAt),
    stopDate: end ? new Date(end.stoppedAt) : null,
    error: end?.error ?? null,
    state: lastState(journal, executionArn),
    redriveCount,
  };
}

/** So many events are read at once: of most executions the last state was entered among the last ones. */
const pageSize = 10;

/** The name of the state that was entered last; null before the first. */
function lastState(journal: ExecutionJournal, executionArn: string): string | null {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = journal.events(executionArn, { limit: pageSize, after: before, reverse: true });
    const entered = page.find(({ type }) => type.endsWith('StateEntered'));
    if (entered) return String(entered.subject);
    if (page.length < pageSize) return null;
    before = page.at(-1)?.id ?? 0;
  }
}

function orderIdIn(input: unknown): string | null {
  return (isJsonObject(input) && orderIdSchema.safeParse(input['orderId']).data) || null;
}
