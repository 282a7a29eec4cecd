import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { ExecutionJournal, ExecutionQuery } from './execution-journal.ts';

const status = "ifnull(end ->> 'status', 'RUNNING')";
const everRedriven = 'redrives > 0';

/** So that a page is found without reading all executions; their position is the key of their table. */
export const pageIndexes = `
  CREATE INDEX execution_status ON execution (${status});
  CREATE INDEX execution_redriven ON execution (position) WHERE ${everRedriven};
`;

// What is large in an execution, its input and output, is not even read.
const columns = `position, arn, start ->> 'name' AS name, start ->> 'stateMachineArn' AS machine,
  start ->> 'startedAt' AS startedAt, redrives, json_remove(end, '$.output') AS end, redriven`;

/** `ExecutionJournal.page` over the tables of a journal. */
export function pageReader(database: DatabaseSync): ExecutionJournal['page'] {
  return (query) => {
    const terms = termsOf(query);
    const where = terms.length === 0 ? '' : `WHERE ${terms.map(([term]) => term).join(' AND ')}`;
    const rows = database
      .prepare(`SELECT ${columns} FROM execution ${where} ORDER BY position DESC LIMIT ?`)
      .all(...terms.flatMap(([, ...values]) => values), query.limit);
    return rows.map((row) => ({
      ...{ position: Number(row['position']), executionArn: String(row['arn']), name: String(row['name']) },
      ...{ stateMachineArn: String(row['machine']), startedAt: Number(row['startedAt']) },
      redriveCount: Number(row['redrives']),
      redrivenAt: row['redriven'] === null ? undefined : Number(row['redriven']),
      end: row['end'] === null ? undefined : JSON.parse(String(row['end'])),
    }));
  };
}

/** What stands in WHERE, each term with its value. */
function termsOf(query: ExecutionQuery): readonly (readonly [string, ...SQLInputValue[]])[] {
  const { before, stateMachineArn, redriven } = query;
  const terms: [string, ...SQLInputValue[]][] = [];
  if (before !== undefined) terms.push(['position < ?', before]);
  if (stateMachineArn !== undefined) terms.push(["start ->> 'stateMachineArn' = ?", stateMachineArn]);
  if (query.status !== undefined) terms.push([`${status} = ?`, query.status]);
  if (redriven !== undefined) terms.push([redriven ? everRedriven : `NOT ${everRedriven}`]);
  return terms;
}
