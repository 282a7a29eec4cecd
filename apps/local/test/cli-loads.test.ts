import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';
import { nodeFlags, orderBin } from './run-command.ts';

/** Says on standard error what is loaded. */
const tellLoads = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ load(url, context, next) { process.stderr.write(url + '\\n'); return next(url, context); } });
`)}`;

it('loads nothing that runs executions to list them', async () => {
  const { folder, order } = keptWorld();
  await order(['place', '-'], '{}');
  const given = [...nodeFlags, '--import', tellLoads, orderBin, 'list', '--data', folder];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, given);
  expect(stdout).toContain('rejected');
  expect(stderr).toContain('/asl-engine/src/journal/sqlite-journal.ts');
  expect(stderr).not.toMatch(/asl-engine\/src\/(?:states|execution|jsonata)\/|dynalite|fauxqs|hono/);
});
