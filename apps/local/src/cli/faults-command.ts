import { listFaults } from '../faults/list-faults.ts';
import { exitCodes } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { columnsOf } from './show/columns-of.ts';
import { paintFor } from './show/paint.ts';
import { renderFaults } from './show/render-faults.ts';
import { writeOut } from './write-out.ts';

/** `order faults`: every fault that can be switched on. Gives the exit code. */
export async function faultsCommand({ json }: { readonly json?: true }): Promise<number> {
  const listed = listFaults();
  const text = json
    ? jsonText(listed)
    : renderFaults(listed, paintFor(process.stdout), Math.min(columnsOf(process.stdout) ?? 80, 100)).join('\n');
  await writeOut(process.stdout, `${text}\n`);
  return exitCodes.succeeded;
}
