import { realClock } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { createSwitchboard, parseInjectedFault } from '@order-workflow/simulators';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { functionLogBook } from '../src/api/local/function-log-book.ts';
import { faultTargetsOf } from '../src/faults/fault-targets.ts';
import { injectionLog } from '../src/faults/injection-log.ts';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { apiWorld } from './api-world.ts';
import { faultAt } from './fault-at.ts';

/** `/_local`: what AWS gives elsewhere. */

const logs = functionLogBook();
const strikes = injectionLog();
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({
    log: logs.write,
    strikes,
    simulators: {},
    virtualLimits: true,
    switchboard: createSwitchboard({ onStrike: strikes.note }),
  });
});
afterEach(() => platform.switchboard.clear());
afterAll(() => platform.close());

/** The API over the platform, and what `/_local` answers. */
async function opened(options: Parameters<typeof apiWorld>[1] = {}) {
  const world = await apiWorld(platform, { logs, strikes, ...options });
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${world.url}/_local/${path}`, init);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: JSON.parse(await response.text()),
    };
  };
  return { ...world, get };
}

/** Runs an order of this id to its end. */
async function ran(orderId: string) {
  const world = await opened();
  const { executionArn, execution } = world.workflow.place(anOrder().with({ orderId }).build());
  const { output } = await execution.result;
  return { ...world, executionArn, execution, output };
}

describe('/_local/logs', () => {
  it('shows what the functions wrote for one execution, though another ran at the same time', async () => {
    const [one, other] = await Promise.all([ran('logs-1'), ran('logs-2')]);
    const { status, type, body } = await one.get(`logs?executionArn=${one.executionArn}`);
    expect({ status, type }).toEqual({ status: 200, type: 'application/json' });
    const lines = body.events.map(({ message }: { message: string }) => message);
    const begun = lines.filter((line: string) => line.startsWith('START RequestId'));
    expect(begun.length).toBeGreaterThanOrEqual(4);
    expect(lines.filter((line: string) => line.startsWith('REPORT RequestId'))).toHaveLength(begun.length);
    expect(lines.join('\n')).toContain('logs-1');
    expect(lines.join('\n')).not.toContain('logs-2');
    expect(body.events[0]).toEqual({
      timestamp: expect.closeTo(Date.now() / 1000, -2),
      functionName: expect.stringContaining('ValidateOrderFunction'),
      message: expect.any(String),
    });
    expect((await other.get(`logs?executionArn=${other.executionArn}`)).body.events).toHaveLength(body.events.length);
  });

  it('says since when lines are kept, so that a reader knows what a restart took', async () => {
    const { get, executionArn, execution } = await ran('logs-0');
    const { body } = await get(`logs?executionArn=${executionArn}`);
    const [started] = execution.history();
    expect(body.keptSince * 1000).toBeLessThanOrEqual(started?.timestamp.getTime() ?? 0);
  });

  it('refuses what is no execution', async () => {
    const { get, executionArn } = await ran('logs-3');
    expect(await get('logs')).toMatchObject({ status: 400, body: { __type: 'InvalidArn' } });
    expect(await get(`logs?executionArn=${executionArn}x`)).toMatchObject({
      status: 400,
      body: { __type: 'ExecutionDoesNotExist' },
    });
  });
});

describe('/_local/messages', () => {
  it('shows what customers got, the latest first, or the message of one notice', async () => {
    await ran('messages-1');
    const { get, output } = await ran('messages-2');
    const ids = async (query = '') =>
      (await get(`messages${query}`)).body.messages.map(
        ({ attributes }: { attributes: { notificationId: string } }) => attributes.notificationId,
      );
    const both = ['order-messages-2-notice-fulfilled', 'order-messages-1-notice-fulfilled'];
    expect((await ids()).slice(0, 2)).toEqual(both);
    const { notificationId } = (output as { notification: { notificationId: string } }).notification;
    expect(await ids(`?notificationId=${notificationId}`)).toEqual([both[0]]);
    expect((await get('messages')).body.messages[0]).toMatchObject({
      subject: 'Order messages-2: ready for collection soon',
    });
  });
});

describe('/_local/letter', () => {
  it('shows a letter as a page in which nothing runs, is fetched or sent, and which no other page frames', async () => {
    const { url } = await ran('letter-1');
    platform.messages.post({
      ...{ notificationId: 'order-letter-1', messageId: 'm-1', from: 'a@shop.example', to: 'b@example.com' },
      ...{ subject: 'x', text: 'x', html: '<p>Hello</p>', sentAt: '2026-03-02T10:00:00.000Z' },
    });
    const letter = await fetch(`${url}/_local/letter?notificationId=order-letter-1`);
    expect(await letter.text()).toBe('<p>Hello</p>');
    expect(letter.headers.get('content-type')).toMatch(/^text\/html/);
    expect(letter.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
    );
    expect(letter.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${url}/_local/letter?notificationId=other`)).status).toBe(404);
  });
});

describe('/_local/faults', () => {
  const put = (body: string, type = 'application/json') => ({ method: 'PUT', headers: { 'content-type': type }, body });

  it('switches faults, in the place of all others, which then strike', async () => {
    const { get, workflow } = await ran('faults-1');
    expect((await get('faults', put('{"faults":["payment=declined:2"]}'))).body.on).toEqual([
      { fault: 'payment=declined:2', left: 2, struck: 0 },
    ]);
    expect((await get('faults', put('{"faults":["validate=defect"]}'))).body.on).toEqual([
      { fault: 'validate=defect', struck: 0 },
    ]);
    const { execution } = workflow.place(anOrder().with({ orderId: 'faults-2' }).build());
    expect(await execution.result).toMatchObject({ status: 'FAILED', error: 'TypeError' });
    const { body } = await get('faults');
    expect(body.on).toEqual([{ fault: 'validate=defect', struck: 1 }]);
    expect(body.known).toContainEqual({
      fault: 'refund-fails',
      stages: ['refund'],
      targets: ['payment.refund', 'refund'],
      description: expect.any(String),
    });
    expect((await get('faults', put('{"faults":[]}'))).body.on).toEqual([]);
  });

  it.each([
    ['{"faults":["pay=declined"]}', 'ValidationException', /there is no "pay"/],
    ['{"faults":"validate=defect"}', 'ValidationException', /^faults: given "validate=defect", expected a list/],
    ['{"fault":[]}', 'ValidationException', /unknown key "fault"/],
    ['{', 'SerializationException', /not JSON/],
  ])('refuses %s, and leaves all as it is', async (body, name, message) => {
    const { get } = await opened();
    await get('faults', put('{"faults":["park=down"]}'));
    expect(await get('faults', put(body))).toMatchObject({
      status: 400,
      body: { __type: name, message: expect.stringMatching(message) },
    });
    expect((await get('faults')).body.on).toMatchObject([{ fault: 'park=down' }]);
  });

  it('refuses a body that a page of elsewhere may send unasked', async () => {
    const { get } = await opened();
    expect(await get('faults', put('{"faults":["park=down"]}', 'text/plain'))).toMatchObject({ status: 400 });
    expect(platform.switchboard.list()).toEqual([]);
  });
});

describe('/_local/skip-waits', () => {
  const skip = (executionArn: string) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ executionArn }),
  });

  it('lets an execution try again at once that waits for its next attempt', async () => {
    const { get, workflow } = await opened({ clock: realClock });
    platform.switchboard.set([parseInjectedFault('payment=throttled:3', faultTargetsOf(platform.assembly))]);
    const { execution, executionArn } = workflow.place(anOrder().with({ orderId: 'skip-1' }).build());
    let ended = false;
    void execution.result.then(() => {
      ended = true;
    });
    while (!ended) await get('skip-waits', skip(executionArn));
    expect(await execution.result).toMatchObject({ output: { outcome: 'fulfilled' } });
    expect(execution.history().filter(({ type }) => type === 'TaskFailed')).toHaveLength(3);
    expect((await get('skip-waits', skip(executionArn))).body).toEqual({ skipped: 0 });
  });

  it.each([
    ['no execution', skip('arn:aws:states:us-east-1:000000000000:execution:Nobody:x'), 'ExecutionDoesNotExist'],
    ['what says none', { ...skip(''), body: '{}' }, 'ValidationException'],
    ['a body that a page of elsewhere may send unasked', { ...skip(''), headers: {} }, 'ValidationException'],
  ])('refuses %s', async (_, request, error) => {
    const { get } = await opened();
    expect(await get('skip-waits', request)).toMatchObject({ status: 400, body: { __type: error } });
  });
});

describe('what `/_local` answers', () => {
  /** Nothing of it is the same twice. */
  const steady = (_: string, value: unknown) =>
    typeof value === 'number'
      ? 0
      : typeof value === 'string'
        ? value
            .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an-id')
            .replace(/\d+(\.\d+)? (ms|MB)/g, '0 $2')
            .replace(/[A-F0-9]{8}$/, '0A1B2C3D')
            .replace(/\tInit Duration.*$/, '')
        : value;

  const firstLine = ({ text, ...message }: { text: string }) => ({ ...message, text: text.split('\n')[0] });

  // For whoever reads them, as the console does: `vitest run test/api-local.test.ts -u` writes them anew.
  it('has the shape that it had', async () => {
    platform.switchboard.set([faultAt('notify=down')]);
    const { get, executionArn, output } = await ran('answers');
    await ran('told-later');
    platform.switchboard.set([faultAt('payment=unavailable:2')]);
    await ran('told');
    const { events, keptSince } = (await get(`logs?executionArn=${executionArn}`)).body;
    const { messages } = (await get('messages')).body;
    const { on, known } = (await get('faults')).body;
    const { strikes: struck } = (await get(`strikes?executionArn=${executionArn}`)).body;
    const { outcome, notification } = output as Record<string, Record<string, unknown>>;
    const answers = {
      logs: {
        events: events.filter(({ message }: { message: string }) => !message.startsWith('{')).slice(0, 3),
        keptSince,
      },
      messages: { messages: messages.slice(0, 1).map(firstLine) },
      faults: { on, known: known.filter(({ fault }: { fault: string }) => fault === 'refund-fails') },
      strikes: { strikes: struck.slice(0, 1) },
      // The cause names places of this machine.
      parked: { outcome, notification: { ...notification, cause: 'a cause' } },
    };
    await expect(`${JSON.stringify(answers, steady, 2)}\n`).toMatchFileSnapshot('local-answers.json');
  });
});

describe('/_local/strikes', () => {
  it.each([
    ['payment=unavailable:2', 'Process Payment', 2],
    ['payment=declined:1', 'Process Payment', 1],
    ['shipping=throttled:1', 'Ship Order', 1],
    ['validate=throttled:1', 'Validate Order', 1],
    ['notify=down:1', 'Notify Customer', 1],
  ])('tells which attempts %s struck, and of nobody else', async (fault, state, times) => {
    const orderId = `struck-${fault.replace(/\W/g, '-')}`;
    const other = await ran(`${orderId}-not`);
    platform.switchboard.set([faultAt(fault)]);
    const { get, executionArn } = await ran(orderId);
    const { body } = await get(`strikes?executionArn=${executionArn}`);
    const strike = { fault, state, attemptAt: expect.any(Number) };
    expect(body).toEqual({ strikes: Array.from({ length: times }, () => strike) });
    expect((await other.get(`strikes?executionArn=${other.executionArn}`)).body).toEqual({ strikes: [] });
  });

  it('tells of what is called without a function too', async () => {
    platform.switchboard.set(['notify=throttled', 'park=down:1'].map(faultAt));
    const { get, executionArn } = await ran('struck-at-the-queue');
    const { strikes: told } = (await get(`strikes?executionArn=${executionArn}`)).body;
    expect(told.at(-1)).toMatchObject({ fault: 'park=down:1', state: 'Park Notice' });
  });

  it('tells orders apart that are under way at the same time', async () => {
    platform.switchboard.set([faultAt('shipping=unavailable')]);
    const worlds = await Promise.all(['both', 'both-1', 'both-1-2'].map(ran));
    for (const { get, executionArn, execution } of worlds) {
      const failed = execution.history().filter(({ type }) => type === 'TaskFailed');
      const { body } = await get(`strikes?executionArn=${executionArn}`);
      const struck = body.strikes.filter(({ state }: { state: string }) => state === 'Ship Order');
      expect(struck.length).toBeGreaterThan(1);
      expect(struck.length).toBeLessThanOrEqual(failed.length);
    }
  });
});
