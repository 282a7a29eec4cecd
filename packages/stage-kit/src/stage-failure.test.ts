import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fault, fault, Rejection, rejection } from './stage-failure.ts';

class CardRefused extends rejection('CardRefused') {}
class GatewayAway extends fault('GatewayAway') {}

describe(rejection, () => {
  it('makes an error that carries its name on the wire and one reason a line', () => {
    const error = new CardRefused(['The card has expired.', 'Try another one.']);
    expect(error).toBeInstanceOf(Rejection);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(Fault);
    expect(error.name).toBe('CardRefused');
    expect(CardRefused.errorName).toBe('CardRefused');
    expect(error.family).toBe('rejection');
    expect(error.reasons).toEqual(['The card has expired.', 'Try another one.']);
    expect(error.message).toBe('The card has expired.\nTry another one.');
  });
});

describe(fault, () => {
  it('makes an error that carries its name on the wire, a message and what caused it', () => {
    const cause = new Error('ECONNREFUSED');
    const error = new GatewayAway('the gateway did not answer', { cause });
    expect(error).toBeInstanceOf(Fault);
    expect(error).not.toBeInstanceOf(Rejection);
    expect(error.name).toBe('GatewayAway');
    expect(GatewayAway.errorName).toBe('GatewayAway');
    expect(error.family).toBe('fault');
    expect(error.message).toBe('the gateway did not answer');
    expect(error.cause).toBe(cause);
  });
});

describe('the names of failures in a minified bundle', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stage-failure-'));
    const kit = JSON.stringify(fileURLToPath(new URL('./index.ts', import.meta.url)));
    await writeFile(
      join(folder, 'handler.ts'),
      `import { createStageHandler, fail, fault, rejection } from ${kit};
       class CardRefused extends rejection('CardRefused') {}
       class GatewayAway extends fault('GatewayAway') {}
       const anything = { safeParse: (data) => ({ success: data !== 'broken', data, error: { issues: [] } }) };
       export const handler = createStageHandler(
         { stateName: 'Process Payment', needs: anything, receipt: anything },
         async (event) => fail(event === 'refuse' ? new CardRefused(['no']) : new GatewayAway('away')),
       );`,
    );
    await build({
      entry: { handler: join(folder, 'handler.ts') },
      outDir: join(folder, 'dist'),
      outExtension: () => ({ js: '.mjs' }),
      config: false,
      format: 'esm',
      minify: true,
      noExternal: [/.*/],
      silent: true,
      esbuildOptions(options) {
        options.conditions = ['@order-workflow/source', 'module'];
      },
      tsconfig: fileURLToPath(new URL('../../../tsconfig.base.json', import.meta.url)),
    });
  });

  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['refuse', 'CardRefused'],
    ['away', 'GatewayAway'],
    ['broken', 'StageContractBroken'],
  ])('survive, for Step Functions matches them: %s is %s', async (event, name) => {
    const { handler } = await import(/* @vite-ignore */ join(folder, 'dist/handler.mjs'));
    await expect(handler(event)).rejects.toMatchObject({ name });
    const error: Error = await handler(event).catch((thrown: Error) => thrown);
    expect(error.constructor.name, 'the bundle is minified, or this test proves nothing').not.toBe(name);
  });
});
