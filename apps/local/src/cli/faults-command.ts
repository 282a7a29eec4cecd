import { listFaults } from '../faults/list-faults.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { renderFaults } from '../show/render-faults.ts';
import { columnsOf } from '../terminal/columns-of.ts';
import { jsonText } from '../terminal/json-text.ts';
import { paintFor } from '../terminal/paint.ts';
import { writeOut } from '../terminal/write-out.ts';

/** `order faults`: every fault that can be switched on. Gives the exit code. */
export async function faultsCommand({ json }: { readonly json?: true }): Promise<number> {
  const listed = listFaults();
  const text = json
    ? jsonText(listed)
    : renderFaults(listed, paintFor(process.stdout), Math.min(columnsOf(process.stdout) ?? 80, 100)).join('\n');
  await writeOut(process.stdout, `${text}\n`);
  return exitCodes.succeeded;
}
