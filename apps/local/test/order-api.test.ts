import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';
import { type Server, serve } from './serve.ts';

/** The order API as `order serve` answers it: the functions that are deployed, over a socket. */

const order = anOrder().build();
const paidAndShipped = { held: 3998, charges: 1, shipments: 1 };

/** A client of the API, as anybody writes one. */
function clientOf({ endpoint }: Pick<Server, 'endpoint'>) {
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
    place: (body: unknown, key = 'key-1') => post('/orders', body, { 'idempotency-key': key }),
    /** Until nothing more happens by itself. */
    ended: (path = '/orders/12345') =>
      expect
        .poll(async () => (await answer(path)).body, { interval: 50 })
        .toEqual(expect.not.objectContaining({ askAgainSeconds: expect.anything() })),
  };
}

describe('the order API of order serve', () => {
  it('places an order once, however often it is sent, and tells what became of money and parcel', async () => {
    const world = keptWorld();
    const { place, answer, ended } = clientOf(await serve(world.folder));
    const placed = await place(order);
    expect(placed).toMatchObject({ status: 202, body: { orderId: '12345', attempt: 1, status: 'accepted' } });
    expect(placed.headers.get('location')).toBe('/orders/12345');
    // At once, whether or not its execution has come to it: it is never unknown.
    expect((await answer('/orders/12345')).status).toBe(200);
    await ended();
    expect(await place(order)).toMatchObject({ status: 202 });
    expect(await place(order, 'key-2')).toMatchObject({ status: 200, body: { status: 'fulfilled' } });
    expect((await answer('/orders/12345')).body).toEqual({
      orderId: '12345',
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
    expect(await world.ledgers('12345')).toEqual(paidAndShipped);
  });

  it('refuses another body under a key, and another order while one stands', async () => {
    const { place, ended } = clientOf(await serve(keptWorld().folder));
    await place(order);
    const other = { ...order, paymentToken: 'tok_2' };
    expect(await place(other)).toMatchObject({ status: 422, body: { type: 'urn:order-workflow:problem:key-reused' } });
    await ended();
    const conflict = await place(other, 'key-2');
    expect(conflict).toMatchObject({ status: 409, body: { order: '/orders/12345' } });
    expect(conflict.headers.get('content-type')).toBe('application/problem+json');
  });

  it('tries another card after a declined one, and an old one again only when that is said aloud', async () => {
    const { place, answer, ended } = clientOf(await serve(keptWorld().folder));
    const declined = { ...order, paymentToken: 'sim-declined' };
    await place(declined);
    await ended();
    expect((await answer('/orders/12345')).body).toMatchObject({
      status: 'declined',
      money: { state: 'nothing-held' },
      parcel: { state: 'none' },
      reasons: [expect.any(String)],
    });
    expect(await place(declined, 'key-2')).toMatchObject({ status: 200, body: { status: 'declined', attempt: 1 } });
    expect(await place({ ...declined, attempt: 2 }, 'key-3')).toMatchObject({ status: 202, body: { attempt: 2 } });
    await expect
      .poll(async () => (await answer('/orders/12345')).body)
      .toMatchObject({ attempt: 2, status: 'declined' });
    expect(await place(order, 'key-4')).toMatchObject({ status: 202, body: { attempt: 3 } });
    await expect
      .poll(async () => (await answer('/orders/12345')).body)
      .toMatchObject({ attempt: 3, status: 'fulfilled' });
  });

  it('cancels an order that waits, and says that nothing is held', async () => {
    const world = keptWorld();
    const { place, post, answer, ended } = clientOf(await serve(world.folder, '--fault', 'shipping=throttled:1000'));
    await place(order);
    await expect.poll(async () => (await world.ledgers('12345')).charges).toBe(1);
    expect((await answer('/orders/12345')).body).toMatchObject({
      status: 'open',
      progress: 'working',
      askAgainSeconds: 1,
    });
    const reason = { reason: 'The customer rang up' };
    expect(await post('/orders/12345/cancellation', reason)).toMatchObject({
      status: 202,
      body: { status: 'cancelling' },
    });
    expect((await post('/orders/12345/cancellation')).status).toBeOneOf([200, 202]);
    await ended();
    expect((await answer('/orders/12345')).body).toMatchObject({
      status: 'cancelled',
      money: { state: 'nothing-held' },
    });
    expect(await post('/orders/12345/cancellation')).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await world.ledgers('12345')).toMatchObject({ held: 0, shipments: 0 });
  });

  it('knows an order again after it was killed, by its key and by its place', async () => {
    const world = keptWorld();
    const first = await serve(world.folder);
    await clientOf(first).place(order);
    first.kill('SIGKILL');
    await first.ended;
    const { place, ended } = clientOf(await serve(world.folder));
    expect(await place(order)).toMatchObject({ status: 202, body: { attempt: 1 } });
    await ended();
    expect(await world.ledgers('12345')).toEqual(paidAndShipped);
  });

  it('lets no card number reach an execution, and no page of another origin an order', async () => {
    const world = keptWorld();
    const { place, post, answer } = clientOf(await serve(world.folder));
    expect(await place({ ...order, paymentToken: '4242424242424242' })).toMatchObject({ status: 422 });
    expect(await place('{"orderId": 12345678901234567890}')).toMatchObject({ status: 400 });
    expect(await place('['.repeat(100_000))).toMatchObject({ status: 400 });
    const fromElsewhere = { 'idempotency-key': 'k', origin: 'https://elsewhere.example' };
    expect((await post('/orders', order, fromElsewhere)).status).toBe(403);
    expect((await answer('/orders/12345')).status).toBe(404);
    expect((await world.order(['list', '--json'])).stdout.trim()).toBe('[]');
  });

  it('describes itself as the package does', async () => {
    const { answer } = clientOf(await serve(keptWorld().folder));
    const described = await answer('/openapi.json');
    expect(described).toMatchObject({ status: 200, body: { openapi: '3.1.1' } });
    expect(Object.keys(described.body['paths'] as object)).toEqual([
      '/orders',
      '/orders/{id}',
      '/orders/{id}/cancellation',
      '/openapi.json',
    ]);
  });
});
