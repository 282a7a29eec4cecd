import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { functionLogBook } from '../src/api/local/function-log-book.ts';
import { type Platform, startPlatform } from '../src/platform.ts';
import { apiWorld } from './api-world.ts';

/** `/_local`: what AWS gives elsewhere. */

const logs = functionLogBook();
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ log: logs.write, virtualLimits: true });
});
afterEach(() => platform.switchboard.clear());
afterAll(() => platform.close());

/** Runs an order of this id to its end. */
async function ran(orderId: string) {
  const world = await apiWorld(platform, { logs });
  const { executionArn, execution } = world.workflow.place(anOrder().with({ orderId }).build());
  const { output } = await execution.result;
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${world.url}/_local/${path}`, init);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: JSON.parse(await response.text()),
    };
  };
  return { ...world, executionArn, output, get };
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
    const { get } = await ran('faults-3');
    await get('faults', put('{"faults":["park=down"]}'));
    expect(await get('faults', put(body))).toMatchObject({
      status: 400,
      body: { __type: name, message: expect.stringMatching(message) },
    });
    expect((await get('faults')).body.on).toMatchObject([{ fault: 'park=down' }]);
  });

  it('refuses a body that a page of elsewhere may send unasked', async () => {
    const { get } = await ran('faults-4');
    expect(await get('faults', put('{"faults":["park=down"]}', 'text/plain'))).toMatchObject({ status: 400 });
    expect(platform.switchboard.list()).toEqual([]);
  });
});
