import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';

const unavailable = fileURLToPath(new URL('../../../examples/orders/refund-unavailable.json', import.meta.url));

describe('order redrive --repair', () => {
  it('lets an order end whose own token keeps its refund from getting through', async () => {
    const world = keptWorld();
    await world.order(['place', unavailable, '--fast-forward']);
    const again = await world.order(['redrive', 'refund-unavailable', '--fast-forward', '--json']);
    expect(again.exitCode).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ status: 'FAILED', error: 'PaymentGatewayUnavailable' });
    const repaired = await world.order(['redrive', 'refund-unavailable', '--repair', '--json']);
    expect(repaired.exitCode).toBe(0);
    expect(JSON.parse(repaired.stdout)).toMatchObject({ outcome: 'refunded' });
    expect(await world.ledgers('refund-unavailable')).toEqual({ held: 0, charges: 0, shipments: 0 });
  });
});
