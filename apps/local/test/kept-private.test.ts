import { chmodSync, mkdirSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keptWorld } from './kept-world.ts';
import { startOrder } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const sample = fileURLToPath(new URL('../../../examples/orders/sample.json', import.meta.url));
const modes = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
  );

describe.skipIf(process.getuid === undefined)('the files of a data folder', () => {
  it("are their owner's alone while a command works, in a folder that was made for all", async () => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    const server = startOrder(['serve', '--port', '0', '--json'], folder);
    onTestFinished(() => void server.kill('SIGKILL'));
    await server.wrote('stateMachineArn');
    expect(server.written()).toContain(`Others could enter ${folder} (mode 0755): it is its owner's alone now`);
    // Nothing of the desk is there before it is asked.
    expect(Object.keys(modes(folder))).not.toContain('desk.sqlite');
    expect((await fetch(`${/"endpoint": ?"([^"]+)"/.exec(server.written())?.[1]}/_local/desk/search`)).status).toBe(
      200,
    );
    const found = modes(folder);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining([
        'executions.sqlite-wal',
        'executions.sqlite-shm',
        'ledger.sqlite-wal',
        'lock.sqlite',
        'desk.sqlite-wal',
      ]),
    );
    expect(new Set(Object.values(found))).toEqual(new Set(['600']));
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
  });

  it('are all there, or the folder is refused: an emptied one is not taken for new', async () => {
    const { folder, order } = keptWorld();
    await order(['place', sample]);
    truncateSync(join(folder, 'ledger.sqlite'));
    for (const args of [['place', sample], ['list']])
      expect(await order(args)).toEqual({
        exitCode: 3,
        stdout: '',
        stderr: expect.stringContaining(
          `${join(folder, 'ledger.sqlite')} is empty, although executions.sqlite beside it`,
        ),
      });
  });
});
