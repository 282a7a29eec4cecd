import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { copyRepository } from './copy-repository.ts';

it('copies what is not ignored; our packages resolve to the copy, those of others to where they are', () => {
  const original = realpathSync(fileURLToPath(new URL('../../../../', import.meta.url)));
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'order-workflow-copy-')));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  copyRepository(original, copy);
  const { resolve } = createRequire(join(copy, 'packages/payment/package.json'));
  expect(resolve('@order-workflow/order-domain/package.json')).toBe(join(copy, 'packages/order-domain/package.json'));
  expect(resolve('zod/package.json').startsWith(original)).toBe(true);
  expect(existsSync(join(copy, 'packages/payment/dist'))).toBe(false);
});
