import { randomNumbers } from '@order-workflow/simulators';
import { expect, it } from 'vitest';
import { orderBatch } from './order-batch.ts';

it('draws orders of every kind, the same for the same seed', () => {
  const orders = orderBatch(1, 50, randomNumbers(7));
  expect(orders).toEqual(orderBatch(1, 50, randomNumbers(7)));
  expect(new Set(orders.map(({ order }) => order.orderId)).size).toBe(50);
  const flaws = orders.map((one) => one.case.flaw);
  const refused = orders.filter(({ order }) => order.shippingAddress?.postalCode === 'SIM-REFUSED');
  expect(flaws).toContain('declined');
  expect(flaws).toContain('invalid');
  expect(refused.length).toBeGreaterThan(0);
  expect(flaws.filter((flaw) => flaw === undefined).length - refused.length).toBeGreaterThan(25);
});
