import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file for a ledger in a folder of its own. */
export function temporaryLedgerFile() {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  return { ledgerFile: join(folder, 'ledger.sqlite'), remove: () => rmSync(folder, { recursive: true }) };
}
