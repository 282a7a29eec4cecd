import { readFileSync } from 'node:fs';
import createClient from 'openapi-fetch';
import openapiTS, { astToString } from 'openapi-typescript';
import { describe, expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';
import type { components, paths } from './order-api.generated.ts';
import { serve } from './serve.ts';

type Order = paths['/orders']['post']['requestBody']['content']['application/json'];

type Line = components['schemas']['BatchLine'];

const order: Order = {
  orderId: '12345',
  customerEmail: 'test@example.com',
  items: [{ sku: 'SKU001', quantity: 2 }],
  paymentMethod: 'CreditCard',
};

/** The order API as a stranger's client calls it, that is made of nothing but its OpenAPI document. */
describe('a client that is generated from the OpenAPI document', () => {
  it('places, follows and cancels an order through the functions of order serve', async () => {
    const { endpoint } = await serve(keptWorld().folder);
    const { POST, GET } = createClient<paths>({ baseUrl: endpoint });
    const params = { header: { 'Idempotency-Key': 'cart-77' } };
    const placed = await POST('/orders', { params, body: order });
    expect(placed.error).toBeUndefined();
    expect(placed.data).toMatchObject({ orderId: '12345', attempt: 1, status: 'accepted' });
    const ofOrder = { params: { path: { id: '12345' } } };
    const show = async () => (await GET('/orders/{id}', ofOrder)).data;
    await expect.poll(async () => (await show())?.status).toBe('fulfilled');
    expect((await show())?.money.total).toEqual({ amount: 3998, currency: 'EUR' });
    const query = { status: 'fulfilled', customer: 'Test@example.com' } as const;
    const list = await GET('/orders', { params: { query } });
    expect(list.data).toMatchObject({ orders: [{ orderId: '12345', attempt: 1, href: '/orders/12345' }] });
    expect((await GET('/orders', { params: { query: { status: 'open' } } })).data?.orders).toEqual([]);
    const reused = await POST('/orders', { params, body: { ...order, paymentToken: 'tok_2' } });
    expect(reused.error).toMatchObject({ status: 422, type: 'urn:order-workflow:problem:key-reused' });
    const cancelled = await POST('/orders/{id}/cancellation', { ...ofOrder, body: { reason: 'The customer rang up' } });
    expect(cancelled.data?.status).toBe('cancelling');
    const body = `${JSON.stringify({ ...order, orderId: 'b-1' })}\n{`;
    const batch = await POST('/batches', {
      ...{ params, body, bodySerializer: (text: string) => text },
      headers: { 'content-type': 'application/jsonl' },
    });
    const ofBatch = { params: { path: { id: batch.data?.batchId ?? '' } } };
    await expect.poll(async () => (await GET('/batches/{id}', ofBatch)).data?.progress).toBe('ended');
    const result = await GET('/batches/{id}/result', { ...ofBatch, parseAs: 'text' });
    const lines: Line[] = (result.data ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ line, status, problem }) => [line, status, problem?.title])).toEqual([
      [1, 202, undefined],
      [2, 400, 'The body cannot be read as JSON'],
    ]);
    const unknown = await GET('/orders/{id}', { params: { path: { id: '54321' } } });
    expect(unknown.error).toMatchObject({ status: 404, title: 'There is no such order' });
  });

  it('has the types of today: run `pnpm --filter @order-workflow/local generate:client` after a change of the document', async () => {
    const document = new URL('../../../packages/order-api/openapi.json', import.meta.url);
    const generated = readFileSync(new URL('./order-api.generated.ts', import.meta.url), 'utf8');
    expect(generated).toContain(astToString(await openapiTS(document)).trim());
  });
});
