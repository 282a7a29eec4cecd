import { realClock } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { type ApiWorldOptions, apiWorld } from './api-world.ts';
import { faultAt } from './fault-at.ts';

/** `/_local/desk`: what the people at the desk ask. */

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ simulators: {}, virtualLimits: true });
});
afterEach(() => platform.switchboard.clear());
afterAll(() => platform.close());

/** However slow the machine is. */
const generous = { interval: 100 };

async function desk(options: ApiWorldOptions = {}) {
  const world = await apiWorld(platform, options);
  const get = async (path: string) => {
    const response = await fetch(`${world.url}/_local/desk/${path}`);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: text.startsWith('{') && JSON.parse(text) };
  };
  const place = async (orderId: string) => {
    const { execution } = world.workflow.place(anOrder().with({ orderId }).build());
    return execution.result;
  };
  return { ...world, get, place };
}

describe('/_local/desk/search', () => {
  it('finds an order by its charge and its parcel as they are in the books, and shows what became of them', async () => {
    const { get, place } = await desk();
    await place('found-1');
    const [charge] = platform.world?.gateway.ledger.charges('found-1') ?? [];
    const byCharge = (await get(`search?q=${charge?.chargeId}`)).body;
    expect(byCharge).toMatchObject({ total: 1, counts: [{ status: 'SUCCEEDED', outcome: 'fulfilled', count: 1 }] });
    const [hit] = byCharge.hits;
    expect(hit).toMatchObject({
      ...{ name: 'order-found-1', of: 'orders', orderId: 'found-1', attempt: 1, state: 'Notify Customer' },
      money: expect.stringMatching(/^charged \d+\.\d\d EUR$/),
      parcel: `sent as ${hit.trackingNumber}`,
    });
    expect((await get(`search?q=${hit.trackingNumber}`)).body.hits).toEqual([hit]);
  });

  it('gives the hits as a file', async () => {
    const { get, place } = await desk();
    await place('filed-1');
    const { headers, text } = await get('search.csv?q=filed-1');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="executions.csv"');
    expect(text.split('\r\n')).toEqual([
      expect.stringMatching(/^order,/),
      expect.stringMatching(/^filed-1,order-filed-1,/),
      '',
    ]);
  });

  it.each([
    ['colour=red', /unknown key "colour"/],
    ['status=HAPPY', /^status: given "HAPPY"/],
    ['from=-1', /^from: given "-1"/],
    ['min=1e9', /^min/],
    ['sort=random', /^sort/],
  ])('refuses %s, and says what it expects', async (query, message) => {
    const { get } = await desk();
    const { status, body } = await get(`search?${query}`);
    expect({ status, body }).toEqual({
      status: 400,
      body: { __type: 'ValidationException', message: expect.stringMatching(message) },
    });
  });
});

describe('/_local/desk/stock', () => {
  it('is not known where no stage holds stock', async () => {
    const { get } = await desk();
    expect((await get('stock')).body).toEqual({ known: false });
  });
});

describe('/_local/desk/home and money', () => {
  it('tell money apart that is being given back, that waits for a person, and none once it went back', async () => {
    const { get, place, workflow, executionArn } = await desk({ clock: realClock });
    await place('fine-1');
    expect((await get('money')).body).toMatchObject({ known: true, held: ['0.00'] });

    platform.switchboard.set([faultAt('shipping=refused'), faultAt('refund=unavailable')]);
    const ended = place('stuck-1');
    // Until it waits for the gateway: its own money is under way by then, and nothing of it is wrong.
    await expect.poll(async () => (await get('search?q=stuck-1')).body.hits[0]?.failures, generous).toBeGreaterThan(0);
    const charge = { orderId: 'stuck-1', amount: expect.stringMatching(/ EUR$/) };
    const charges = async () => (await get('money')).body.charges;
    expect(await charges()).toEqual([expect.objectContaining({ ...charge, seenTo: 'under-way' })]);
    expect((await get('money')).body.held).toEqual(['0.00']);

    workflow.stop('order-stuck-1', { error: 'Stopped', cause: 'Somebody at the desk.' });
    await ended;
    expect((await get('home')).body.needs).toEqual([
      {
        ...{ state: 'Refund Payment', count: 1 },
        oldest: [expect.objectContaining({ orderId: 'stuck-1', error: 'Stopped', cause: 'Somebody at the desk.' })],
      },
    ]);
    expect(await charges()).toEqual([expect.objectContaining({ ...charge, seenTo: 'person' })]);
    expect((await get('money')).body.held).toEqual([(await charges())[0].amount]);

    platform.switchboard.clear();
    await workflow.redrive(executionArn('order-stuck-1')).execution.result;
    expect((await get('home')).body.needs).toEqual([]);
    expect((await get('money')).body).toMatchObject({ held: ['0.00'], charges: [] });
    const { today } = (await get('home')).body;
    expect(today).toContainEqual({ of: 'orders', status: 'SUCCEEDED', outcome: 'refunded', count: 1 });
  });

  it('list the notices that wait', async () => {
    const { get, place } = await desk();
    platform.switchboard.set([faultAt('notify=down')]);
    await place('parked-1');
    platform.switchboard.clear();
    expect((await get('home')).body.parked).toEqual([
      expect.objectContaining({ orderId: 'parked-1', outcome: 'fulfilled' }),
    ]);
    expect((await get('search?q=parked-1')).body.hits[0].notTold).toBe(true);
  });
});

describe('/_local/desk/order', () => {
  it('tells an order by its executions, its letters, and the books of gateway and carrier', async () => {
    const { get, place } = await desk({ clock: realClock });
    platform.switchboard.set([faultAt('shipping=refused')]);
    await place('told-1');
    const { status, body } = await get('order?id=told-1');
    expect(status).toBe(200);
    expect(body.placed).toMatchObject({ orderId: 'told-1', customerEmail: expect.stringContaining('@') });
    expect(body.lines[0]).toEqual({
      ...{ sku: expect.any(String), title: expect.any(String), quantity: expect.any(Number) },
      price: expect.stringMatching(/ EUR$/),
    });
    expect(body.money).toEqual({ charged: body.money.refunded, refunded: body.money.refunded, held: '0.00 EUR' });
    expect(body.verdict).toEqual({ tone: 'good', words: 'Nothing is held, and no parcel stands.' });
    expect(body.executions).toEqual([expect.objectContaining({ name: 'order-told-1', outcome: 'refunded' })]);
    expect(body.messages.map(({ attributes }: { attributes: { outcome: string } }) => attributes.outcome)).toEqual([
      'refunded',
    ]);
    expect(body.timeline.map(({ words }: { words: string }) => words)).toEqual([
      'Attempt 1 begins',
      `${body.money.charged} charged`,
      'Parcel refused',
      `${body.money.charged} refunded`,
      'Attempt 1 ends: refunded',
    ]);
    const answers = body.gateway.filter(({ kind }: { kind: string }) => kind === 'call');
    expect(answers).toContainEqual(
      expect.objectContaining({ what: 'charge', key: 'order-told-1-charge', answer: '201' }),
    );
  });

  it('shows no payment token, with which money could be charged', async () => {
    const { get, workflow } = await desk();
    const order = anOrder().with({ orderId: 'token-1', paymentToken: 'tok_secret' }).build();
    await workflow.place(order).execution.result;
    const { text } = await get('order?id=token-1');
    expect(text).toContain('token-1');
    expect(text).not.toContain('tok_secret');
  });

  it('knows an order by its id only', async () => {
    const { get } = await desk();
    for (const id of ['', 'nobody', '4111111111111111'])
      expect((await get(`order?id=${id}`)).body.__type).toBe('ExecutionDoesNotExist');
  });
});

describe('/_local/desk/events', () => {
  it('says that something has changed as soon as an execution has', async () => {
    const { url, get, place } = await desk();
    await get('search');
    const leaving = new AbortController();
    const { body, headers } = await fetch(`${url}/_local/desk/events`, { signal: leaving.signal });
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    await place('changed-1');
    expect((await reader?.read())?.value).toMatch(/^event: changed/);
    leaving.abort();
  });
});

describe('/_local/desk/replay', () => {
  it('publishes the notices that were chosen, and no others', async () => {
    const { url, get, place } = await desk();
    platform.switchboard.set([faultAt('notify=down')]);
    await place('replay-1');
    await place('replay-2');
    platform.switchboard.clear();
    const waits = async (orderId: string) => (await get(`order?id=${orderId}`)).body.parked;
    const [{ messageId }] = await waits('replay-1');
    const response = await fetch(`${url}/_local/desk/replay`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ messageIds: [messageId] }),
    });
    expect(await response.json()).toMatchObject({
      replayed: [expect.objectContaining({ orderId: 'replay-1', published: true })],
    });
    expect(await waits('replay-1')).toEqual([]);
    expect(await waits('replay-2')).toHaveLength(1);
  });

  it.each([['{"messageIds":[]}'], ['{"all":true}'], ['[]']])('refuses %s', async (body) => {
    const { url } = await desk();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/_local/desk/replay`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ __type: 'ValidationException' });
    expect(response.status).toBe(400);
  });
});
