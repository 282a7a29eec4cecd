import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keptWorld } from './kept-world.ts';
import { orderBin, startOrder } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const sample = fileURLToPath(new URL('../../../examples/orders/sample.json', import.meta.url));

/** Rights bind everybody but root, so root runs the commands as `nobody`. */
const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
const canRun =
  process.getuid !== undefined &&
  (nobody === undefined || spawnSync('test', ['-r', orderBin], { uid: nobody, gid: nobody }).status === 0);

/** A folder with an order in it that nobody may write to any more. */
async function readOnlyWorld() {
  const { folder, order } = keptWorld();
  expect(await order(['place', sample])).toMatchObject({ exitCode: 0 });
  const entries = readdirSync(folder).map((entry) => join(folder, entry));
  for (const entry of [...entries, folder]) {
    if (nobody !== undefined) chownSync(entry, nobody, nobody);
    chmodSync(entry, entry === folder ? 0o500 : 0o400);
  }
  onTestFinished(() => chmodSync(folder, 0o700));
  return { folder, run: (...args: string[]) => startOrder(args, folder, { user: nobody }).ended };
}

describe.skipIf(!canRun)('a data folder that cannot be written', () => {
  it('can be read, and is told in one line not to be written: nothing says that it is damaged', async () => {
    const { folder, run } = await readOnlyWorld();
    const [list, show, notices] = await Promise.all([run('list'), run('show', '12345'), run('notices')]);
    expect(list).toEqual({ exitCode: 0, written: expect.stringMatching(/fulfilled .*order-12345/) });
    expect(show).toEqual({ exitCode: 0, written: expect.stringContaining('charged and shipped') });
    expect(notices).toEqual({ exitCode: 0, written: expect.stringContaining('No notice waits') });
    const writing = [['place', sample], ['redrive', '12345'], ['serve', '--port', '0'], ['reset']];
    const written = `${folder} cannot be used: this user may not read and write there\n`;
    expect(await Promise.all(writing.map((args) => run(...args)))).toEqual(
      writing.map(() => ({ exitCode: 3, written })),
    );
  });
});

describe('a file in the place of the data folder', () => {
  it('is told in one line, whatever the command', async () => {
    const file = join(temporaryFolder(), 'data');
    writeFileSync(file, '');
    const commands = [['place', sample], ['reset'], ['list'], ['show', '12345'], ['notices']];
    for (const [path, reason] of [
      [file, 'it is a file, expected a folder'],
      [join(file, 'data'), 'part of its path is a file, expected a folder'],
    ] as const)
      expect(await Promise.all(commands.map((args) => keptWorld(path).order(args)))).toEqual(
        commands.map(() => ({ exitCode: 3, stdout: '', stderr: `${path} cannot be used: ${reason}\n` })),
      );
  });
});
