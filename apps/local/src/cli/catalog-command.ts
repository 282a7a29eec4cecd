import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../../packages/validate/bin/catalog.ts', import.meta.url));

/**
 * `order catalog`: the program of the team whose stage asks the catalog, which works on the table of a deployment and needs nothing of
 * what runs here. Gives its exit code.
 */
export async function catalogCommand(given: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--conditions=@order-workflow/source', program, ...given], {
    stdio: 'inherit',
  });
  const [exitCode] = await once(child, 'exit');
  return exitCode ?? 1;
}
