import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { repository } from '../src/published/publishable-packages.ts';
import { runOutside } from './run-outside.ts';

interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

interface Resource {
  readonly Type: string;
  readonly Metadata?: { readonly 'aws:asset:path'?: string };
  readonly Properties: { readonly Handler?: string; readonly Runtime?: string };
}

const example = join(repository, 'examples/own-app');
const shop = join(inject('outside'), 'shop');
const tarballs = inject('tarballs');
const readme = readFileSync(join(example, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(example, 'package.json'), 'utf8'));

/** What the app installs of ours, and what the construct brings along. */
const { dependencies: brought } = JSON.parse(readFileSync(join(repository, 'infra/package.json'), 'utf8'));
const installed = { ...brought, ...manifest.dependencies };

/** Not in version control, so not in a copy of it. */
const made = /node_modules|cdk\.out|\.turbo/;

beforeAll(() => {
  cpSync(example, shop, { recursive: true, filter: (file) => !made.test(file.slice(example.length)) });
  const ours = Object.entries(tarballs).flatMap(([name, tarball]) => (name in installed ? [tarball] : []));
  runOutside(shop, 'npm', 'install', '--no-audit', '--no-fund', ...ours);
});

describe('the example app, copied out of the repository and installed with npm', () => {
  it('names each of its commands in its README', () => {
    const told = [...readme.matchAll(/^npm (?:run )?(\w+)/gm)].map(([, command]) => command);
    expect(told).toEqual(['install', ...Object.keys(manifest.scripts)]);
  });

  it('compiles', () => {
    runOutside(shop, 'npm', 'run', 'typecheck');
  });

  it('passes its own tests: its topic, queue and key, and its own stage in the sentence', () => {
    expect(runOutside(shop, 'npm', 'test')).toMatch(/Tests.*passed/);
  });

  it('synthesizes the functions of the workflow, each with the bundle of an installed package, and its own', () => {
    runOutside(shop, 'npm', 'run', 'synth');
    const assembly = join(shop, 'cdk.out');
    const { Resources }: Template = JSON.parse(readFileSync(join(assembly, 'Shop.template.json'), 'utf8'));
    const functions = Object.entries(Resources)
      .filter(([, { Type, Properties }]) => Type === 'AWS::Lambda::Function' && Properties.Handler === 'index.handler')
      .map(([id, { Metadata }]) => {
        const code = readFileSync(join(assembly, Metadata?.['aws:asset:path'] ?? '', 'index.mjs'), 'utf8');
        return [/^Orders(\w+)Function/.exec(id)?.[1], sourceOf(code)];
      });
    expect(Object.fromEntries(functions)).toEqual({
      ValidateOrder: 'node_modules/@order-workflow/validate/dist/lambda/validate-order/index.mjs',
      CheckFraud: 'lambda/check-fraud/index.mjs',
      ProcessPayment: 'node_modules/@order-workflow/payment/dist/lambda/process-payment/index.mjs',
      RefundPayment: 'node_modules/@order-workflow/payment/dist/lambda/refund-payment/index.mjs',
      ShipOrder: 'node_modules/@order-workflow/shipping/dist/lambda/ship-order/index.mjs',
      CancelShipment: 'node_modules/@order-workflow/shipping/dist/lambda/cancel-shipment/index.mjs',
      NotifyCustomer: 'node_modules/@order-workflow/notify/dist/lambda/notify-customer/index.mjs',
      TakeOrderOver: 'node_modules/@order-workflow/cancel/dist/lambda/take-order-over/index.mjs',
    });
  });
});

/** The file, of the app and what it installed of ours, that this is a copy of. */
function sourceOf(code: string): string | undefined {
  const files = ['lambda', 'node_modules/@order-workflow'].flatMap((folder) =>
    readdirSync(join(shop, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  return files.find((file) => file.endsWith('/index.mjs') && readFileSync(join(shop, file), 'utf8') === code);
}
