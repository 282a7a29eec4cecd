import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anOrder } from '@order-workflow/order-domain/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';
import { type Server, serve, startServer } from './serve.ts';

/** The order API as `order serve` answers it: the functions that are deployed, over a socket. */

let orders = 0;
/** An order of the test's own: most share a server. */
const newOrder = () =>
  anOrder()
    .with({ orderId: `own-${++orders}` })
    .build();
const paidAndShipped = { held: 3998, charges: 1, shipments: 1 };

/** A client of the API, as anybody writes one, that is about an order. */
function clientOf({ endpoint }: Pick<Server, 'endpoint'>, { orderId }: { readonly orderId: string }) {
  const path = `/orders/${orderId}`;
  async function answer(path: string, init?: RequestInit) {
    const response = await fetch(`${endpoint}${path}`, init);
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  }
  const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    answer(path, {
      method: 'POST',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    answer,
    post,
    show: () => answer(path),
    cancel: (body?: unknown) => post(`${path}/cancellation`, body),
    place: (body: unknown, key = 'key-1') => post('/orders', body, { 'idempotency-key': `${key}-${orderId}` }),
    /** Until nothing more happens by itself. */
    ended: () =>
      expect
        .poll(async () => (await answer(path)).body, { interval: 50 })
        .toEqual(expect.not.objectContaining({ askAgainSeconds: expect.anything() })),
  };
}

describe('the order API of order serve', () => {
  const folder = mkdtempSync(join(tmpdir(), 'order-workflow-'));
  const world = keptWorld(folder);
  let server: Server;
  beforeAll(async () => {
    const started = await startServer(folder);
    server = started.server;
    return async () => {
      started.end();
      await server.ended;
      rmSync(folder, { recursive: true, force: true });
    };
  });

  it('places an order once, however often it is sent, and tells what became of money and parcel', async () => {
    const order = newOrder();
    const { orderId } = order;
    const { place, show, ended } = clientOf(server, order);
    const placed = await place(order);
    expect(placed).toMatchObject({ status: 202, body: { orderId, attempt: 1, status: 'accepted' } });
    expect(placed.headers.get('location')).toBe(`/orders/${orderId}`);
    // At once, whether or not its execution has come to it: it is never unknown.
    expect((await show()).status).toBe(200);
    await ended();
    expect(await place(order)).toMatchObject({ status: 202 });
    expect(await place(order, 'key-2')).toMatchObject({ status: 200, body: { status: 'fulfilled' } });
    expect((await show()).body).toEqual({
      orderId,
      attempt: 1,
      status: 'fulfilled',
      progress: 'ended',
      money: { state: 'charged', total: { amount: 3998, currency: 'EUR' } },
      parcel: {
        state: 'sent',
        carrier: expect.any(String),
        trackingNumber: expect.any(String),
        estimatedDelivery: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    });
    expect(await world.ledgers(orderId)).toEqual(paidAndShipped);
  });

  it('refuses another body under a key, and another order while one stands', async () => {
    const order = newOrder();
    const { place, ended } = clientOf(server, order);
    await place(order);
    const other = { ...order, paymentToken: 'tok_2' };
    expect(await place(other)).toMatchObject({ status: 422, body: { type: 'urn:order-workflow:problem:key-reused' } });
    await ended();
    const conflict = await place(other, 'key-2');
    expect(conflict).toMatchObject({ status: 409, body: { order: `/orders/${order.orderId}` } });
    expect(conflict.headers.get('content-type')).toBe('application/problem+json');
  });

  it('tries another card after a declined one, and an old one again only when that is said aloud', async () => {
    const order = newOrder();
    const { place, show, ended } = clientOf(server, order);
    const declined = { ...order, paymentToken: 'sim-declined' };
    await place(declined);
    await ended();
    expect((await show()).body).toMatchObject({
      status: 'declined',
      money: { state: 'nothing-held' },
      parcel: { state: 'none' },
      reasons: [expect.any(String)],
    });
    expect(await place(declined, 'key-2')).toMatchObject({ status: 200, body: { status: 'declined', attempt: 1 } });
    expect(await place({ ...declined, attempt: 2 }, 'key-3')).toMatchObject({ status: 202, body: { attempt: 2 } });
    await expect.poll(async () => (await show()).body).toMatchObject({ attempt: 2, status: 'declined' });
    expect(await place(order, 'key-4')).toMatchObject({ status: 202, body: { attempt: 3 } });
    await expect.poll(async () => (await show()).body).toMatchObject({ attempt: 3, status: 'fulfilled' });
    await ended();
  });

  it('cancels an order that waits, and says that nothing is held', async () => {
    const order = newOrder();
    const { answer, place, show, cancel, ended } = clientOf(server, order);
    const switchFaults = (faults: readonly string[]) =>
      answer('/_local/faults', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ faults }),
      });
    expect(await switchFaults(['shipping=throttled:1000'])).toMatchObject({ status: 200 });
    await place(order);
    await expect.poll(async () => (await world.ledgers(order.orderId)).charges).toBe(1);
    expect((await show()).body).toMatchObject({ status: 'open', progress: 'working', askAgainSeconds: 1 });
    expect(await cancel({ reason: 'The customer rang up' })).toMatchObject({
      status: 202,
      body: { status: 'cancelling' },
    });
    expect((await cancel()).status).toBeOneOf([200, 202]);
    await ended();
    expect(await switchFaults([])).toMatchObject({ status: 200 });
    expect((await show()).body).toMatchObject({ status: 'cancelled', money: { state: 'nothing-held' } });
    expect(await cancel()).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await world.ledgers(order.orderId)).toMatchObject({ held: 0, shipments: 0 });
  });

  it('lets no card number reach an execution, and no page of another origin an order', async () => {
    const order = newOrder();
    const { place, post, show } = clientOf(server, order);
    const listed = async () => JSON.parse((await world.order(['list', '--json'])).stdout);
    const before = await listed();
    expect(await place({ ...order, paymentToken: '4242424242424242' })).toMatchObject({ status: 422 });
    expect(await place('{"orderId": 12345678901234567890}')).toMatchObject({ status: 400 });
    expect(await place('['.repeat(100_000))).toMatchObject({ status: 400 });
    const fromElsewhere = { 'idempotency-key': 'k', origin: 'https://elsewhere.example' };
    expect((await post('/orders', order, fromElsewhere)).status).toBe(403);
    expect((await show()).status).toBe(404);
    expect(await listed()).toEqual(before);
  });

  it('describes itself as the package does', async () => {
    const described = await clientOf(server, newOrder()).answer('/openapi.json');
    expect(described).toMatchObject({ status: 200, body: { openapi: '3.1.1' } });
    expect(Object.keys(described.body['paths'] as object)).toEqual([
      '/orders',
      '/orders/{id}',
      '/orders/{id}/cancellation',
      '/batches',
      '/batches/{id}',
      '/batches/{id}/result',
      '/openapi.json',
    ]);
  });

  it('knows an order again after it was killed, by its key and by its place', async () => {
    const own = keptWorld();
    const order = newOrder();
    const first = await serve(own.folder);
    await clientOf(first, order).place(order);
    first.kill('SIGKILL');
    await first.ended;
    const { place, ended } = clientOf(await serve(own.folder), order);
    expect(await place(order)).toMatchObject({ status: 202, body: { attempt: 1 } });
    await ended();
    expect(await own.ledgers(order.orderId)).toEqual(paidAndShipped);
  });
});
