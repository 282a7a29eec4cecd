import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { HistoryEvent } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { nodeFlags, orderBin, runOrder } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const example = (name: string) => fileURLToPath(new URL(`../../../examples/orders/${name}`, import.meta.url));
const order = (orderId: string, fields = {}) => JSON.stringify({ ...anOrder().with({ orderId }).build(), ...fields });
const documents = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Places orders whose documents are together several times what a pipe holds. */
const placing = `${[process.execPath, ...nodeFlags, orderBin].join(' ')} place - --fresh --json --concurrency 1`;
const many = Array.from({ length: 8 }, (_, index) => order(`many-${index}`));

describe('order place --json', () => {
  it('prints one document about the sample order, and nothing else', async () => {
    const { exitCode, stdout, stderr } = await runOrder(['place', example('sample.json'), '--json']);
    const report = JSON.parse(stdout);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(Object.keys(report)).toEqual(['executionArn', 'status', 'outcome', 'output', 'error', 'cause', 'events']);
    expect(report).toMatchObject({ status: 'SUCCEEDED', outcome: 'fulfilled', error: null, cause: null });
    expect(report.executionArn).toMatch(/:execution:[\w-]+:order-12345$/);
    const entered = report.events.map((event: HistoryEvent) => event['stateEnteredEventDetails']?.['name']);
    const states = ['Validate Order', 'Process Payment', 'Ship Order', 'Notify Customer'];
    expect(entered).toEqual(expect.arrayContaining(states));
    expect(report.events[0]).toMatchObject({ id: 1, previousEventId: 0, type: 'ExecutionStarted' });
    expect(new Date(report.events[0].timestamp).toISOString()).toBe(report.events[0].timestamp);
  });

  it.each([
    ['{}', 'order-unidentified-44136fa355b3678a'],
    ['[]', 'order-unidentified-4f53cda18c2baa0c'],
  ])('lets the workflow say what is wrong with %s', async (input, name) => {
    const { exitCode, stdout } = await runOrder(['place', '-', '--json'], input);
    expect(exitCode).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ status: 'SUCCEEDED', outcome: 'rejected' });
    expect(report.executionArn.split(':').at(-1)).toBe(name);
  });

  it('exits with 1 when the execution fails, and says at which error', async () => {
    const args = ['place', '-', '--json', '--fast-forward', '--fault', 'validate=defect'];
    const { exitCode, stdout } = await runOrder(args, order('stuck'));
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'FAILED',
      outcome: null,
      output: null,
      error: 'TypeError',
      cause: expect.stringContaining('errorMessage'),
    });
  });

  it('prints a line about each of many, in the order given, and exits with the worst code', async () => {
    const lines = [
      order('many-1'),
      'not json',
      order('many-2', { paymentToken: 'sim-declined' }),
      '{}',
      order('many-3'),
    ];
    const { exitCode, stdout, stderr } = await runOrder(['place', '-', '--json'], lines.join('\n'));
    const reports = documents(stdout);
    expect(reports.map(({ outcome }) => outcome)).toEqual(['fulfilled', null, 'declined', 'rejected', 'fulfilled']);
    expect(reports.map(({ executionArn }) => executionArn?.split(':').at(-1).slice(0, 18))).toEqual([
      'order-many-1',
      undefined,
      'order-many-2',
      'order-unidentified',
      'order-many-3',
    ]);
    expect(reports[1]).toMatchObject({ status: null, error: 'InputUnreadable', events: [] });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('standard input cannot be read as JSON: line 2, column 1');
    expect(stderr).toMatch(/5 orders in .*: 2 fulfilled, 1 rejected, 1 declined, 1 not readable/);
  });

  it('starts an order once when it is placed twice, and refuses another one of its id', async () => {
    const lines = [order('twice'), order('twice'), order('twice', { paymentMethod: 'PayPal' })];
    const { exitCode, stdout } = await runOrder(['place', '-', '--json'], lines.join('\n'));
    const [first, second, third] = documents(stdout);
    expect(second).toEqual(first);
    expect(third).toMatchObject({ status: null, error: 'ExecutionAlreadyExists' });
    expect(exitCode).toBe(1);
  });

  it('writes much output whole to a slow reader', async () => {
    const running = promisify(execFile)('sh', ['-c', `${placing} | (sleep 2; wc -lc)`]);
    running.child.stdin?.end(many.join('\n'));
    const [written, bytes] = (await running).stdout.trim().split(/\s+/).map(Number);
    expect(written).toBe(many.length);
    expect(bytes).toBeGreaterThan(2 * 65_536);
  });

  it('is quiet when its reader goes away', async () => {
    const child = spawn('sh', ['-c', `${placing} | head -c 1`]);
    child.stdin.end(many.join('\n'));
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).not.toMatch(/EPIPE|^ +at /m);
  });
});

describe('order place with an input that cannot be read', () => {
  const refused = { exitCode: 2, stdout: '' };

  it('shows where it is no JSON, without a stack trace', async () => {
    const run = await runOrder(['place', example('not-json.txt'), '--json']);
    expect(run).toMatchObject(refused);
    expect(run.stderr).toMatch(/not-json\.txt cannot be read as JSON: line \d+, column \d+: expected a value or "]"\n/);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  it('says that a file is not there', async () => {
    const run = await runOrder(['place', 'no-such-order.json']);
    expect(run).toMatchObject({ ...refused, stderr: 'no-such-order.json cannot be read: there is no such file\n' });
  });

  it('says how large an input is and may be', async () => {
    const file = join(temporaryFolder(), 'large.json');
    writeFileSync(file, order('large', { customerName: 'x'.repeat(300 * 1024) }));
    const run = await runOrder(['place', file]);
    expect(run).toMatchObject(refused);
    expect(run.stderr).toMatch(/large\.json is 307,\d{3} bytes long; Step Functions takes at most 262,144\n$/);
  });

  it('refuses what it was not asked in a way that it knows', async () => {
    expect(await runOrder(['place'])).toMatchObject(refused);
    expect(await runOrder(['place', example('sample.json'), '--concurrency', '0'])).toMatchObject(refused);
    expect(await runOrder(['plaice'])).toMatchObject(refused);
  });
});

describe('order start', () => {
  it('shows the sample order on its way, the message and the outcome, in plain lines', async () => {
    const { exitCode, stdout, stderr } = await runOrder(['start']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).not.toContain('\u001b');
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
    const places = [
      'Order 12345',
      '● Validate Order',
      '● Process Payment',
      'charged 39.98 EUR',
      '● Ship Order',
      '● Notify Customer',
      'To every subscriber of the notices topic, for test@example.com',
      'Tracking number',
      'fulfilled · charged and shipped',
      'pnpm order place examples/orders/',
    ].map((part) => stdout.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

describe('order place for people', () => {
  it('shows retries while they wait, what failed, and what was undone', async () => {
    const { exitCode, stdout } = await runOrder(['place', example('payment-timeout.json'), '--fast-forward']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/↻ Process Payment: retry 1 of 6 in [\d.]+ m?s · PaymentOutcomeUnknown\n/);
    expect(stdout).toMatch(/▲ Process Payment .*PaymentOutcomeUnknown/);
    expect(stdout).toMatch(/● Refund Payment .*refunded 39\.98 EUR/);
    expect(stdout).toMatch(/○ Ship Order\n/);
    expect(stdout).toContain('refunded · nothing is shipped, and nothing is held');
  });

  it('says where an execution stands when it fails', async () => {
    // What Lambda turns away reaches no function: a fortnight of it takes no longer than that.
    const faults = ['--fault', 'shipping=refused', '--fault', 'refund=throttled'];
    const { exitCode, stdout } = await runOrder(['place', example('sample.json'), '--fast-forward', ...faults]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/✖ Refund Payment +\d+ h \d+ min +Lambda\.TooManyRequestsException/);
    expect(stdout).toContain('FAILED at Refund Payment');
    expect(stdout).toContain('a person must look at it');
  });

  it('lists many, one line each, with a summary', async () => {
    const files = ['sample.json', 'declined-card.json', 'unknown-sku.json'].map(example);
    const { exitCode, stdout } = await runOrder(['place', ...files]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /● fulfilled +order-12345 .*\n +▲ declined +order-declined-card .*PaymentDeclined.*\n +▲ rejected/,
    );
    expect(stdout).toMatch(/3 orders in .*: 1 fulfilled, 1 rejected, 1 declined/);
  });

  it('uses colours where they are wanted', async () => {
    const { stdout } = await runOrder(['place', example('sample.json')], '', { FORCE_COLOR: '1' });
    expect(stdout).toContain('\u001b[32m●');
  });
});
