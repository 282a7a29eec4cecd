import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names of the variables from which Node and others learn where temporary files go. */
const names = ['TMPDIR', 'TEMP', 'TMP'];

/**
 * Gives the tests of a run, and all that they start, a temporary folder which is gone with the run: whatever a test leaves there,
 * and what a library does of which it knows nothing.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'order-workflow-tests-'));
  // As the folder of all temporary files is: what a test runs as another user has to work here, too.
  chmodSync(folder, 0o1777);
  for (const name of names) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
