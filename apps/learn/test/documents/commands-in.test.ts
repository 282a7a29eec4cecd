import { expect, it } from 'vitest';
import { commandsIn } from './commands-in.ts';

it('finds commands in blocks that are typed and in spans of text, also over the end of a line, and not in code or output', () => {
  const page = [
    'Type `pnpm start`, or `pnpm',
    'test`, and no `pnpm` alone.',
    '```',
    'pnpm order list   # all of them',
    '$ aws sts get-caller-identity',
    'what it prints',
    '```',
    '```ts',
    'pnpm("code");',
    '```',
    '```text',
    'pnpm start printed this',
    '```',
    'And `git status`.',
  ].join('\n');
  expect(commandsIn(page)).toEqual([
    { command: 'pnpm start', line: 1 },
    { command: 'pnpm test', line: 1 },
    { command: 'pnpm order list', line: 4 },
    { command: 'aws sts get-caller-identity', line: 5 },
    { command: 'git status', line: 14 },
  ]);
});
