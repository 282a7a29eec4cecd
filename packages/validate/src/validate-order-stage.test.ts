import { writtenVersion } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { validateOrder } from './validate-order-stage.ts';

const contract = writtenVersion;

const environment = { ORDERS_TABLE_NAME: 'orders', ORDER_FINGERPRINT_KEY: 'k'.repeat(64), AWS_REGION: 'us-east-1' };
for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
const { handler } = await import('./lambda/validate-order.ts');
afterAll(() => vi.unstubAllEnvs());

describe('the manifest of Validate Order', () => {
  it('takes as order whatever was sent', () => {
    for (const order of [undefined, null, {}, 'text', anOrder().build()])
      expect(validateOrder.accepts({ contract, order })).toBe(true);
  });

  it('promises the receipt that its handler leaves', async () => {
    const receipt = await handler({ contract, order: anOrder().build() });
    expect(validateOrder.receipt.safeParse(receipt).data).toEqual(receipt);
  });
});

describe('the handler of ValidateOrderFunction', () => {
  it('leaves the receipt of a valid order', async () => {
    expect(await handler({ contract, order: anOrder().build() })).toMatchObject({
      total: { amount: 3998, currency: 'EUR' },
    });
  });

  it('throws OrderRejected by name, a reason a line', async () => {
    await expect(handler({ contract, order: anOrder().with({ items: [] }).build() })).rejects.toMatchObject({
      name: 'OrderRejected',
      message: 'items: given a list of 0, expected at least 1 entry',
    });
  });
});
