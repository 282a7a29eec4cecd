import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleFolder } from '../src/constructs/bundle-folder.ts';
import { aStage } from './a-stage.ts';

const stage = aStage('pay', { bundle: '@example/pay/lambda/pay' });

/** An app's folder, with the payment stage installed in it or not; gives the app's package.json. */
function anApp({ installed }: { installed: boolean }): string {
  const app = realpathSync(mkdtempSync(join(tmpdir(), 'app-')));
  writeFileSync(join(app, 'package.json'), '{}');
  if (!installed) return join(app, 'package.json');
  const payment = join(app, 'node_modules/@example/pay');
  mkdirSync(join(payment, 'dist'), { recursive: true });
  const exports = { './lambda/pay': './dist/index.mjs' };
  writeFileSync(join(payment, 'package.json'), JSON.stringify({ name: '@example/pay', exports }));
  writeFileSync(join(payment, 'dist/index.mjs'), '');
  return join(app, 'package.json');
}

describe(bundleFolder, () => {
  it('is that of the app, where an older stage that came along would have been deployed under a newer manifest', () => {
    const [app, cameAlong] = [anApp({ installed: true }), anApp({ installed: true })];
    expect(bundleFolder(stage, [app, cameAlong])).toBe(join(app, '../node_modules/@example/pay/dist'));
  });

  it('is what came along where the app has none', () => {
    const cameAlong = anApp({ installed: true });
    const found = bundleFolder(stage, [anApp({ installed: false }), cameAlong]);
    expect(found).toBe(join(cameAlong, '../node_modules/@example/pay/dist'));
  });

  it('is looked for in the app before this package', () => {
    const validate = aStage('check', { bundle: '@order-workflow/validate/lambda/no-such-handler' });
    expect(() => bundleFolder(validate)).toThrow(
      `Check It: ${validate.bundle} is not built, or its package is not installed; looked for from ${process.cwd()}, `,
    );
  });
});
