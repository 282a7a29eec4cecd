import { EntryLink, WhereAndWhy } from '../desk/hits-table.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Foreign } from '../parts/foreign.tsx';
import type { BulkCall, PlannedRow } from './plan-bulk.ts';
import type { BulkResult } from './run-bulk.ts';

interface BulkTableProps {
  readonly rows: readonly PlannedRow[];
  /** What came of them, by their place. */
  readonly results: ReadonlyMap<number, BulkResult>;
}

/** What will be done to each, or why nothing is, and what came of it. */
export function BulkTable({ rows, results }: BulkTableProps) {
  return (
    <div className="scroll-box">
      <DataTable caption="What is done to each" columns={['Order', 'Stands', 'Plan', 'Result']}>
        {rows.map(({ entry, call, left }, place) => (
          <tr key={entry.executionArn} className={call ? '' : 'muted'}>
            <th scope="row">
              <EntryLink entry={entry} />
            </th>
            <td>
              <WhereAndWhy entry={entry} />
            </td>
            <td>{call ? planWords(call) : <Foreign text={left} most={200} />}</td>
            <td>
              <Result result={results.get(place)} />
            </td>
          </tr>
        ))}
      </DataTable>
    </div>
  );
}

function Result({ result }: { readonly result: BulkResult | undefined }) {
  if (!result) return '–';
  return (
    <span className={`outcome ${result.done ? 'good' : 'bad'}`}>
      <Foreign text={result.words} most={300} />
    </span>
  );
}

function planWords(call: BulkCall): string {
  if (call.kind === 'redrive') return 'goes on where it stands';
  if (call.kind === 'cancel') return 'is taken over and undone';
  return call.messageIds.length === 1
    ? 'its notice is published'
    : `its ${call.messageIds.length} notices are published`;
}
