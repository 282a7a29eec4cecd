import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { judgeCommitMessage } from './judge-commit-message.mjs';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

describe(judgeCommitMessage, () => {
  it.each([
    'Keep the products beside the script',
    "Merge branch 'gift-wrap'",
    'Revert "Keep the products"',
    'fixup! Keep the products',
    'Keep the products\n\nThey took room.\n# Please enter the commit message\n',
  ])('takes %j', (message) => {
    expect(judgeCommitMessage(message)).toEqual([]);
  });

  it.each([
    ['', /empty/],
    ['# only what git says\n', /empty/],
    ['feat: keep the products', /prefix/],
    ['fix(payment)!: Keep the products', /prefix/],
    ['keep the products', /small letter/],
    ['Keep the products.', /full stop/],
    ['Added products', /imperative/],
    [`Keep ${'very '.repeat(40)}many`, /209 characters/],
    ['Keep the products\nbeside the script', /second line/],
  ])('refuses %j', (message, says) => {
    expect(judgeCommitMessage(message).join()).toMatch(says);
  });
});

it('is asked by git itself, which then commits nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hooks-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const git = (...args: readonly string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  // The hook finds its program in the work tree that it runs in.
  const program = 'packages/toolchain/src/commit-message';
  cpSync(join(root, program), join(folder, program), { recursive: true });
  git('config', 'core.hooksPath', join(root, '.githooks'));
  const refused = git('commit', '--allow-empty', '--message', 'feat: nothing');
  expect(refused.stderr).toContain('it begins with a prefix');
  expect(refused.status).not.toBe(0);
  expect(git('commit', '--allow-empty', '--message', 'Begin').status).toBe(0);
});
