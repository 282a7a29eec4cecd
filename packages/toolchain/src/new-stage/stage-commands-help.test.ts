import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it.each([
  ['new-stage', ['--undo', '--after', '--app']],
  ['remove-stage', ['--app', '--force']],
])('%s explains its options and exit codes on --help, and changes nothing', (program, options) => {
  const path = fileURLToPath(new URL(`../../bin/${program}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, '--help'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const text of [...options.map((option) => `\n  ${option} `), 'Exit code: 0 ']) expect(stdout).toContain(text);
});
