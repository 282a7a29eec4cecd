import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('lets pnpm judge packages by the Node that the repository brings, so that the Node that starts pnpm is not warned of', () => {
  const workspace = readFileSync(new URL('../../../pnpm-workspace.yaml', import.meta.url), 'utf8');
  const [, brought] = /^ {2}node: ([\d.]+)$/m.exec(workspace) ?? [];
  expect(brought).toMatch(/^24\./);
  expect(/^nodeVersion: ([\d.]+)$/m.exec(workspace)?.[1]).toBe(brought);
});
