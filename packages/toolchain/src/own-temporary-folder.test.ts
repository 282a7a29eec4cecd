import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { setup } from './own-temporary-folder.ts';

it('is where the tests of every package leave what they make', () => {
  expect(basename(tmpdir())).toMatch(/^order-workflow-tests-/);
});

it('is gone with the run, and all that was left there', () => {
  const ofThisRun = tmpdir();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, ofThisRun);
  onTestFinished(() => void vi.unstubAllEnvs());
  const end = setup();
  const folder = tmpdir();
  expect(dirname(folder)).toBe(ofThisRun);
  writeFileSync(join(folder, 'left'), '');
  end();
  expect(existsSync(folder)).toBe(false);
});
