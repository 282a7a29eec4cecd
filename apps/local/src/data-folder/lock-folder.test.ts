import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeFlags } from '../../test/run-command.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { dataFolder } from './data-folder.ts';
import { lockFolder } from './lock-folder.ts';

const holder = fileURLToPath(new URL('../../test/hold-folder.ts', import.meta.url));

/** Another process that has the folder. */
async function heldBy(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...nodeFlags, holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

describe(lockFolder, () => {
  it('waits while another process has the folder, says so once, and gets it when that is killed', async () => {
    const path = temporaryFolder();
    const other = await heldBy(path);
    let told = 0;
    let taken = false;
    const locked = lockFolder(dataFolder(path), () => told++).then((unlock) => {
      taken = true;
      return unlock;
    });
    await expect.poll(() => told).toBe(1);
    expect(taken).toBe(false);
    other.kill('SIGKILL');
    (await locked)();
    expect(told).toBe(1);
  });

  it('gives the folder back, and does not speak of waiting when nobody has it', async () => {
    const folder = dataFolder(temporaryFolder());
    let told = 0;
    (await lockFolder(folder, () => told++))();
    (await lockFolder(folder, () => told++))();
    expect(told).toBe(0);
  });
});
