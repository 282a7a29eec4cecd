import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anOrder } from '@order-workflow/order-domain/testing';
import { faults } from '@order-workflow/simulators';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, lastingFilesOf } from '../src/data-folder/data-folder.ts';
import { faultTargetsHere } from '../src/faults/fault-targets.ts';
import { type KeptWorld, keptWorld } from './kept-world.ts';
import { runOrder } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What outlives a command. */

const example = (name: string) => fileURLToPath(new URL(`../../../examples/orders/${name}`, import.meta.url));
const order = (orderId: string, fields = {}) => JSON.stringify({ ...anOrder().with({ orderId }).build(), ...fields });

describe('order list and order show', () => {
  let world: KeptWorld;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'order-workflow-'));
    world = keptWorld(folder);
    const orders = [order('good'), order('declined', { paymentToken: 'sim-declined' }), order('stuck')];
    await world.order(['place', '-', '--fast-forward', '--concurrency', '1'], orders.slice(0, 2).join('\n'));
    await world.order(['place', '-', '--fast-forward', '--fault', 'validate=defect'], orders[2]);
    return () => rmSync(folder, { recursive: true });
  });

  it('list orders, the latest last, with where they need a person', async () => {
    const { exitCode, stdout, stderr } = await world.order(['list']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(
      /^ {2}● fulfilled +good +order-good +\d{4}-\d\d-\d\d at \d\d:\d\d:\d\d UTC\n {2}▲ declined +declined +order-declined .*\n {2}✖ FAILED +stuck +order-stuck .* at Validate Order: TypeError\n$/,
    );
  });

  it('prints the events that told others how orders ended, a line each, or those of one order', async () => {
    const lines = async (...args: string[]) => (await world.order(['events', ...args])).stdout.trim().split('\n');
    const types = (await lines()).map((line) => JSON.parse(line)['detail-type']);
    expect(types).toEqual(['OrderFulfilled', 'OrderDeclined']);
    expect((await lines('declined')).map((line) => JSON.parse(line).detail)).toMatchObject([{ orderId: 'declined' }]);
  });

  it('shows the letters to a customer as they would look, in files that are their reader’s alone, or their parts', async () => {
    const { exitCode, stdout } = await world.order(['notices', '--open', 'good']);
    const [, file = ''] = /^ {2}(\/.*\.html)$/m.exec(stdout) ?? [];
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining(
        'Order good: ready for collection soon\n  from orders@shop.example to test@example.com, 2',
      ),
    });
    expect(readFileSync(file, 'utf8')).toContain('<h1 dir="auto">Order good: ready for collection soon</h1>');
    if (process.getuid) expect(statSync(file).mode & 0o077).toBe(0);
    const [letter, ...more] = JSON.parse((await world.order(['notices', '--open', 'declined', '--json'])).stdout);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      notificationId: 'order-declined-notice-declined',
      to: 'test@example.com',
      text: expect.stringContaining('Your payment was declined'),
      html: expect.stringContaining('<html lang="en">'),
    });
    expect(await world.order(['notices', '--open', 'stuck'])).toMatchObject({
      exitCode: 1,
      stderr: 'No letter went out of order stuck: pnpm order show stuck\n',
    });
    expect((await world.order(['show', 'good'])).stdout).toContain('letter of it: pnpm order notices --open good');
  });

  it('list as JSON, by status, and no more than asked for', async () => {
    const [all, failed, last] = await Promise.all([
      world.order(['list', '--json']),
      world.order(['list', '--json', '--status', 'FAILED']),
      world.order(['list', '--json', '--limit', '2']),
    ]);
    const names = ({ stdout }: { stdout: string }) => JSON.parse(stdout).map(({ name }: { name: string }) => name);
    expect(names(all)).toEqual(['order-good', 'order-declined', 'order-stuck']);
    expect(names(failed)).toEqual(['order-stuck']);
    expect(names(last)).toEqual(['order-declined', 'order-stuck']);
    expect(JSON.parse(failed.stdout)[0]).toEqual({
      executionArn: expect.stringMatching(/:execution:.*:order-stuck$/),
      name: 'order-stuck',
      orderId: 'stuck',
      status: 'FAILED',
      outcome: null,
      startDate: expect.any(String),
      stopDate: expect.any(String),
      error: 'TypeError',
      state: 'Validate Order',
      redriveCount: 0,
    });
  });

  it('show one by its id or by its execution’s name, as it was shown when it was placed', async () => {
    const [byId, byName] = await Promise.all([world.order(['show', 'good']), world.order(['show', 'order-good'])]);
    expect(byId.exitCode).toBe(0);
    expect(byName.stdout).toBe(byId.stdout);
    for (const part of [
      'Order good',
      '● Ship Order',
      'To every subscriber of the notices topic, for test@example.com',
      'fulfilled · charged and shipped',
    ])
      expect(byId.stdout).toContain(part);
  });

  it('show one as JSON, with its history', async () => {
    const { stdout } = await world.order(['show', 'stuck', '--json']);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ status: 'FAILED', error: 'TypeError', outcome: null });
    expect(report.events.at(-1)).toMatchObject({ type: 'ExecutionFailed' });
  });

  it('say that an order was placed before, and do nothing again', async () => {
    const { exitCode, stdout } = await world.order(['place', '-'], order('good'));
    expect(exitCode).toBe(0);
    expect(stdout).toContain('nothing is charged, shipped or sent again');
    expect(await world.ledgers('good')).toEqual({ held: 3998, charges: 1, shipments: 1 });
  });

  it('refuse other content under an id, naming what differs', async () => {
    const { exitCode, stdout, stderr } = await world.order(['place', '-'], order('good', { paymentMethod: 'PayPal' }));
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toBe(
      'ExecutionAlreadyExists: order-good: an order of this id was placed before with other content: paymentMethod was given "CreditCard", now given "PayPal"\n',
    );
  });

  it.each([
    ['show', 'nobody'],
    ['redrive', 'nobody'],
  ])('say of a wrong id that there is none: %s %s', async (...args) => {
    const { exitCode, stdout, stderr } = await world.order(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe('no order "nobody" has been placed. All of them: pnpm order list\n');
  });

  it('do not redrive what has succeeded', async () => {
    const { exitCode, stderr } = await world.order(['redrive', 'good']);
    expect(exitCode).toBe(1);
    expect(stderr).toBe('ExecutionNotRedrivable: order-good: Execution is SUCCEEDED and cannot be redriven\n');
  });

  it('redrive what has failed, and show what came of it', async () => {
    const { exitCode, stdout } = await world.order(['redrive', 'stuck', '--fast-forward']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('fulfilled · charged and shipped');
    expect((await world.order(['list'])).stdout).toMatch(/● fulfilled +stuck +order-stuck .*redriven once/);
  });
});

describe('a data folder', () => {
  it('begins empty: nothing is listed, and that is said', async () => {
    const world = keptWorld();
    const said = `No order has been placed yet (${world.folder}): pnpm order place examples/orders/sample.json\n`;
    expect(await world.order(['list'])).toEqual({ exitCode: 0, stdout: '', stderr: said });
    expect(await world.order(['list', '--json'])).toEqual({ exitCode: 0, stdout: '[]\n', stderr: said });
    expect(await world.order(['show', '1'])).toEqual({ exitCode: 2, stdout: '', stderr: said });
    expect(readdirSync(world.folder)).toEqual([]);
  });

  it('is made for its owner only, and named by --data', async () => {
    const folder = join(temporaryFolder(), 'deep', 'data');
    await keptWorld().order(['place', example('sample.json'), '--data', folder]);
    if (process.getuid) expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder)).toContain('executions.sqlite');
  });

  it('knows nothing of what is placed with --fresh', async () => {
    const world = keptWorld();
    for (const _ of [1, 2]) {
      const { stdout } = await world.order(['place', example('sample.json'), '--fresh']);
      expect(stdout).not.toContain('placed before');
    }
    expect(readdirSync(world.folder)).toEqual([]);
  });

  it('is forgotten by reset, and nothing else that lies in it', async () => {
    const world = keptWorld();
    await world.order(['place', example('sample.json')]);
    writeFileSync(join(world.folder, 'mine.txt'), 'kept');
    writeFileSync(join(world.folder, 'executions.sqlite.backup'), 'kept');
    for (const name of ['desk.sqlite', 'desk.sqlite-wal']) writeFileSync(join(world.folder, name), 'index');
    const { exitCode, stdout } = await world.order(['reset']);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: `  Forgotten: every order, charge, shipment and notice in ${world.folder}\n`,
    });
    expect(readdirSync(world.folder).toSorted()).toEqual(['executions.sqlite.backup', 'lock.sqlite', 'mine.txt']);
    expect((await world.order(['place', example('sample.json')])).stdout).not.toContain('placed before');
  });

  it.each([
    ['forgotten when whoever is at the terminal says yes', 'yes\n', 0, 'Forgotten: every order'],
    ['kept when they say something else', 'yeah\n', 2, 'Nothing has been forgotten.'],
    ['kept when they say nothing', '\n', 2, 'Nothing has been forgotten.'],
    ['kept when they end the input', '', 2, 'Nothing has been forgotten.'],
  ])('is %s', async (_, typed, exitCode, said) => {
    const world = keptWorld();
    await world.order(['place', example('sample.json')]);
    const asked = await runOrder(['reset', '--data', world.folder], typed, {}, { atTerminal: true });
    expect(asked).toMatchObject({ exitCode, stdout: expect.stringContaining(said), stderr: '' });
    expect(asked.stdout).toContain(
      `  In ${world.folder}: 1 execution, 1 charge, 1 parcel, and what was sent to customers.\n  Forget it all?`,
    );
    expect(existsSync(join(world.folder, 'executions.sqlite'))).toBe(exitCode !== 0);
  });

  it('is forgotten unasked with --yes, and asked for where it cannot be read', async () => {
    const world = keptWorld();
    await world.order(['place', example('sample.json')]);
    writeFileSync(join(world.folder, 'executions.sqlite'), 'no database');
    const reset = ['reset', '--data', world.folder];
    expect(await runOrder(reset, 'no\n', {}, { atTerminal: true })).toMatchObject({
      exitCode: 2,
      stdout: expect.stringContaining('what cannot be counted'),
    });
    expect((await runOrder([...reset, '--yes'], '', {}, { atTerminal: true })).stdout).toBe(
      `  Forgotten: every order, charge, shipment and notice in ${world.folder}\n`,
    );
  });

  it('is not looked for by reset where no order was placed: a folder of another kind stays as it is', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'thesis.txt'), 'kept');
    for (const path of [folder, join(folder, 'none')])
      expect(await keptWorld(path).order(['reset'])).toEqual({
        exitCode: 0,
        stdout: `  Nothing to forget: no order has been placed in ${path}\n`,
        stderr: '',
      });
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });

  it('is told in one line to be a link that leads nowhere', async () => {
    const link = join(temporaryFolder(), 'link');
    symlinkSync(`${link}-to-nowhere`, link);
    const { exitCode, stderr } = await keptWorld(link).order(['place', example('sample.json')]);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('a link that leads nowhere'),
    });
  });

  it('is told in one line to be no folder', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    for (const args of [
      ['place', example('sample.json')],
      ['list'],
      ['show', '1'],
      ['redrive', '1'],
      ['notices'],
      ['reset'],
    ])
      expect(await keptWorld(file).order(args)).toEqual({
        exitCode: 3,
        stdout: '',
        stderr: `${file} cannot be used: it is a file, expected a folder\n`,
      });
  });
});

describe('a data folder with an order', () => {
  const placed = mkdtempSync(join(tmpdir(), 'order-workflow-'));
  beforeAll(async () => {
    await keptWorld(placed).order(['place', example('sample.json')]);
    return () => rmSync(placed, { recursive: true, force: true });
  });

  it.each(lastingFilesOf(dataFolder('/')).map((file) => file.slice(1)))(
    'is told in one line to be damaged: %s',
    async (name) => {
      const world = keptWorld();
      cpSync(placed, world.folder, { recursive: true });
      const file = join(world.folder, name);
      writeFileSync(file, Buffer.concat([Buffer.alloc(4096, 7), readFileSync(file)]));
      const { exitCode, stdout, stderr } = await world.order(['place', example('declined-card.json')]);
      expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
      expect(stderr).toMatch(/^[^\n]*(is damaged|is not an execution journal)[^\n]*\n$/);
      expect(stderr).toContain(file);
      expect((await world.order(['reset'])).exitCode).toBe(0);
      expect(existsSync(file)).toBe(false);
    },
  );
});

describe('order faults', () => {
  it('lists every fault within 80 columns', async () => {
    const { exitCode, stdout, stderr } = await keptWorld().order(['faults']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const { name } of faults) expect(stdout).toMatch(new RegExp(`^ {4}${name} `, 'm'));
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('lists as JSON what each can be aimed at', async () => {
    const { stdout } = await keptWorld().order(['faults', '--json']);
    const listed = JSON.parse(stdout);
    expect(listed).toHaveLength(faults.length);
    expect(listed.find(({ fault }: { fault: string }) => fault === 'refund-fails')).toEqual({
      fault: 'refund-fails',
      stages: ['refund'],
      targets: ['payment.refund', 'refund'],
      description: 'gives the refund up for good; another key may try again',
    });
  });
});

describe('order place with faults', () => {
  const place = (...args: string[]) => keptWorld().order(['place', example('sample.json'), '--fast-forward', ...args]);

  it('says after the order how often each struck', async () => {
    const { exitCode, stdout, stderr } = await place('--fault', 'shipping=refused', '--fault', 'park=down:2');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('refunded · nothing is shipped, and nothing is held');
    expect(stderr).toBe('Fault shipping=refused: struck once\nFault park=down:2: did not strike\n');
  });

  it('meets many orders with the same faults', async () => {
    const lines = ['a', 'b', 'c'].map((id) => order(id)).join('\n');
    const { stdout, stderr } = await keptWorld().order(
      ['place', '-', '--fast-forward', '--json', '--fault', 'payment=declined:2'],
      lines,
    );
    const outcomes = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).outcome);
    expect(outcomes.toSorted()).toEqual(['declined', 'declined', 'fulfilled']);
    expect(stderr).toContain('Fault payment=declined:2: struck 2 times');
  });

  /** The faults are drawn whatever is placed: what is no order goes the shortest way. */
  const drawn = (number: string) =>
    keptWorld().order(['place', '-', '--fresh', '--fast-forward', '--faults-from-seed', number], '{}');

  it('draws the same faults for the same number', async () => {
    const [one, other] = await Promise.all([drawn('8'), drawn('8')]);
    const named = ({ stderr }: { stderr: string }) => [...stderr.matchAll(/^Fault (\S+):/gm)].map(([, fault]) => fault);
    expect(named(one).length).toBeGreaterThan(0);
    expect(named(one)).toEqual(named(other));
  });

  it('says when no fault comes of a number', async () => {
    expect((await drawn('7')).stderr).toBe('No fault comes of the number 7: try another one\n');
  });

  it.each([
    ['payment', 'write it as payment=declined, payment.find=unavailable or shipping=unavailable:3'],
    [
      'pay=declined',
      `there is no "pay"; there are ${faultTargetsHere()
        .map(({ name }) => name)
        .join(', ')}`,
    ],
    ['park=declined', 'park has no fault "declined"; it has down, answer-lost'],
    ['payment.void=declined', 'declined cannot strike "void"; it strikes charge'],
    ['payment=declined:0', 'a fault that never strikes is none; leave it out'],
  ])('refuses %s before anything is begun, and says what there is', async (fault, words) => {
    const { exitCode, stdout, stderr } = await place('--fault', fault);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(`"${fault}" is not a fault: ${words}. All of them: pnpm order faults\n`);
  });
});
