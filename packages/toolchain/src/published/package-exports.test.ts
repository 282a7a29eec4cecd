import { describe, expect, it } from 'vitest';
import { packageExports } from './package-exports.ts';

const name = '@order-workflow/payment';

describe(packageExports, () => {
  it('finds every way into a package, with its types', () => {
    const exports = {
      '.': { '@order-workflow/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
      './lambda/*': './dist/lambda/*/index.mjs',
      './package.json': './package.json',
    };
    const files = ['dist/index.js', 'dist/lambda/process-payment/index.mjs', 'dist/lambda/refund-payment/index.mjs'];
    expect(packageExports({ name, exports }, files)).toEqual([
      { specifier: name, file: './dist/index.js', types: './dist/index.d.ts' },
      { specifier: `${name}/lambda/process-payment`, file: './dist/lambda/process-payment/index.mjs' },
      { specifier: `${name}/lambda/refund-payment`, file: './dist/lambda/refund-payment/index.mjs' },
      { specifier: `${name}/package.json`, file: './package.json' },
    ]);
  });

  it('refuses a pattern that no file is like, where it would have promised bundles that are not there', () => {
    const exports = { './lambda/*': './dist/lambda/*/index.mjs' };
    expect(() => packageExports({ name, exports }, ['dist/index.js'])).toThrow(
      '@order-workflow/payment: "./lambda/*" is exported, and no file is like ./dist/lambda/*/index.mjs',
    );
  });
});
