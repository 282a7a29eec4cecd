import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writtenVersion } from '@order-workflow/order-domain';
import { type BuildOptions, build } from 'esbuild';
import { startFauxqs } from 'fauxqs';

/** From the start of the process until the bundle was imported, and until its first answer, in milliseconds. */
export interface Start {
  readonly imported: number;
  readonly answered: number;
}

/** What the functions are measured against. */
export const emptyHandler = 'an empty handler';
export const naiveNotify = 'a naive Notify Customer';
export const naiveClaim = 'a naive claim';

/** By name of the function, one start a round. */
export type Starts = Readonly<Record<string, readonly Start[]>>;

interface Subject {
  readonly bundle: string;
  readonly event: unknown;
}

const run = promisify(execFile);
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const bundleOf = (name: string) => createRequire(import.meta.url).resolve(`@order-workflow/${name}`);

/** Starts each function once a round, one after the other, so that a machine that slows down slows down all of them. */
export async function measureStarts(rounds: number, progress: (round: number) => void): Promise<Starts> {
  const folder = mkdtempSync(join(tmpdir(), 'starts-'));
  const sns = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const tables = await answerWrites();
  const env = {
    PATH: process.env['PATH'],
    AWS_LAMBDA_FUNCTION_NAME: 'start',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_ENDPOINT_URL_SNS: `http://127.0.0.1:${sns.port}`,
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${tables.port}`,
    ORDERS_TABLE_NAME: 'Orders',
    ORDER_FINGERPRINT_KEY: 'x'.repeat(32),
    NOTIFICATIONS_TOPIC_ARN: sns.createTopic('notices').topicArn,
  };
  // What the stages before left is asked of them in this process.
  Object.assign(process.env, env);
  try {
    const subjects = await subjectsOf(folder);
    const starts = Object.fromEntries(Object.keys(subjects).map((name) => [name, [] as Start[]]));
    for (let round = 0; round <= rounds; round++) {
      for (const [name, { bundle, event }] of Object.entries(subjects)) {
        const start = await startOnce([here('first-answer.mjs'), bundle, JSON.stringify(event)], env);
        // The first round warms the file system's cache.
        if (round > 0) starts[name]?.push(start);
      }
      if (round > 0) progress(round);
    }
    return starts;
  } finally {
    await sns.stop();
    tables.stop();
    rmSync(folder, { recursive: true });
  }
}

/** A DynamoDB that takes whatever is written: how fast an emulator is, is nobody's start. */
async function answerWrites(): Promise<{ readonly port: number; stop(): void }> {
  const server = createServer((request, response) => {
    request
      .resume()
      .on('end', () => response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function startOnce(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Start> {
  const began = performance.timeOrigin + performance.now();
  const { stdout } = await run(process.execPath, args, { env });
  const { imported, answered } = JSON.parse(stdout) as Start;
  return { imported: imported - began, answered: answered - began };
}

/** Each function with a record of the sample order as it gets there, and the two that they are measured against. */
async function subjectsOf(folder: string): Promise<Readonly<Record<string, Subject>>> {
  const naive = join(folder, 'naive-notify.cjs');
  const naively = { bundle: true, platform: 'node' } as const;
  await build({ ...naively, entryPoints: [here('naive-notify.ts')], outfile: naive });
  await build({ ...naively, entryPoints: [here('naive-claim.ts')], outfile: join(folder, 'naive-claim.cjs') });
  const claim = join(folder, 'claim-order.mjs');
  const asStages: BuildOptions = { format: 'esm', minify: true, conditions: ['@order-workflow/source', 'module'] };
  await build({ ...naively, ...asStages, entryPoints: [here('claim-order.ts')], outfile: claim });
  const order = JSON.parse(readFileSync(here('../../../examples/orders/sample.json'), 'utf8'));
  const opened = { contract: writtenVersion, order };
  const validate = bundleOf('validate/lambda/validate-order');
  const payment = bundleOf('payment/lambda/process-payment');
  const shipping = bundleOf('shipping/lambda/ship-order');
  const validated = { ...opened, validation: await answerOf(validate, opened) };
  const paid = { ...validated, payment: await answerOf(payment, validated) };
  const shipped = { ...paid, shipment: await answerOf(shipping, paid), outcome: 'fulfilled' };
  return {
    [emptyHandler]: { bundle: here('empty-handler.mjs'), event: {} },
    'Validate Order': { bundle: validate, event: opened },
    'Process Payment': { bundle: payment, event: validated },
    'Refund Payment': { bundle: bundleOf('payment/lambda/refund-payment'), event: paid },
    'Ship Order': { bundle: shipping, event: paid },
    'Cancel Shipment': { bundle: bundleOf('shipping/lambda/cancel-shipment'), event: shipped },
    'Notify Customer': { bundle: bundleOf('notify/lambda/notify-customer'), event: shipped },
    [naiveNotify]: { bundle: naive, event: shipped },
    'The order store': { bundle: claim, event: order },
    [naiveClaim]: { bundle: join(folder, 'naive-claim.cjs'), event: order },
  };
}

async function answerOf(bundle: string, event: unknown): Promise<unknown> {
  const { handler } = await import(bundle);
  return handler(event);
}
