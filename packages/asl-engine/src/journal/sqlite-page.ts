import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { ExecutionJournal, ExecutionQuery } from './execution-journal.ts';

/** When the execution of a row was redriven last; the events are asked only of one that was. */
export const redrivenAt = `CASE WHEN redrives > 0 THEN
  (SELECT max(record ->> 'at') FROM event WHERE event.arn = execution.arn AND record ->> 'type' = 'ExecutionRedriven')
  END AS redrivenAt`;

// What is large in an execution, its input and output, is not even read.
const columns = `position, arn, start ->> 'name' AS name, start ->> 'stateMachineArn' AS machine,
  start ->> 'startedAt' AS startedAt, redrives, json_remove(end, '$.output') AS end, ${redrivenAt}`;

/** `ExecutionJournal.page` over the tables of a journal. */
export function pageReader(database: DatabaseSync): ExecutionJournal['page'] {
  return (query) => {
    const terms = termsOf(query);
    const where = terms.length === 0 ? '' : `WHERE ${terms.map(([term]) => term).join(' AND ')}`;
    const rows = database
      .prepare(`SELECT ${columns} FROM execution ${where} ORDER BY position DESC LIMIT ?`)
      .all(...terms.map(([, value]) => value), query.limit);
    return rows.map((row) => ({
      ...{ position: Number(row['position']), executionArn: String(row['arn']), name: String(row['name']) },
      ...{ stateMachineArn: String(row['machine']), startedAt: Number(row['startedAt']) },
      redriveCount: Number(row['redrives']),
      redrivenAt: row['redrivenAt'] === null ? undefined : Number(row['redrivenAt']),
      end: row['end'] === null ? undefined : JSON.parse(String(row['end'])),
    }));
  };
}

function termsOf({ before, stateMachineArn, status, redriven }: ExecutionQuery): readonly [string, SQLInputValue][] {
  const terms: [string, SQLInputValue][] = [];
  if (before !== undefined) terms.push(['position < ?', before]);
  if (stateMachineArn !== undefined) terms.push(["start ->> 'stateMachineArn' = ?", stateMachineArn]);
  if (status !== undefined) terms.push(["ifnull(end ->> 'status', 'RUNNING') = ?", status]);
  if (redriven !== undefined) terms.push(['(redrives > 0) = ?', Number(redriven)]);
  return terms;
}
