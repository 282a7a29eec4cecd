import { describe, expect, it } from 'vitest';
import { faultAt } from './fault-at.ts';
import { keptWorld } from './kept-world.ts';

const order = {
  orderId: '12345',
  customerEmail: 'test@example.com',
  items: [{ sku: 'SKU001', quantity: 2 }],
  paymentMethod: 'CreditCard',
};

describe('order cancel', () => {
  it('gives back what a fulfilled order holds, says so, and says the second time that there is nothing to cancel', async () => {
    const world = keptWorld();
    await world.order(['place', '-'], JSON.stringify(order));
    expect(await world.books('12345')).toMatchObject({ charges: 1, parcels: 1 });
    const { exitCode, stdout } = await world.order(['cancel', '12345', '--reason', 'the customer called']);
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringMatching(/cancelled · nothing is shipped, and nothing is held/),
    ]);
    expect(await world.books('12345')).toEqual({ charges: 0, held: 0, parcels: 0 });
    const again = await world.order(['cancel', '12345']);
    expect([again.exitCode, again.stdout]).toEqual([0, expect.stringMatching(/is cancelled in attempt 1/)]);
    const { stdout: shown } = await world.order(['show', '12345']);
    expect(shown).toMatch(/1 {2}cancel-12345 +cancelled +refunded 39\.98 EUR · shipment cancelled/);
  });

  it('reports a cancellation as one document, goes on with one that failed by another, and refuses what is no id', async () => {
    const world = keptWorld();
    await world.order(['place', '-'], JSON.stringify(order));
    const failed = await world.order(['cancel', '12345', '--json', '--fast-forward', '--fault', 'refund=defect']);
    expect(failed.exitCode).toBe(1);
    expect(JSON.parse(failed.stdout)).toMatchObject({
      status: 'FAILED',
      executionArn: expect.stringMatching(/:cancel-12345$/),
    });
    const done = await world.order(['cancel', '12345', '--json']);
    expect(done.exitCode).toBe(0);
    const report = JSON.parse(done.stdout);
    expect(report).toMatchObject({ outcome: 'cancelled', executionArn: expect.stringMatching(/:cancel2-12345$/) });
    expect(await world.books('12345')).toEqual({ charges: 0, held: 0, parcels: 0 });
    const wrong = await world.order(['cancel', 'a@b.example']);
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('expected the id of an order')]);
  });

  it('says of an id that nobody has placed that an order which comes later is a duplicate, and lets one follow that says so', async () => {
    const world = keptWorld();
    const { stdout } = await world.order(['cancel', '12345']);
    expect(stdout).toContain('was not placed so far: it is cancelled before it comes');
    const { stdout: late } = await world.order(['place', '-', '--json'], JSON.stringify(order));
    expect(JSON.parse(late)).toMatchObject({ outcome: 'duplicate' });
    const { stdout: aloud } = await world.order(['place', '-', '--json', '--again'], JSON.stringify(order));
    expect(JSON.parse(aloud)).toMatchObject({ outcome: 'fulfilled' });
  });
});

describe('an order whose cancellation stopped its execution', () => {
  it('is listed and shown as stopped by that, with where to look on, and asks for nobody', async () => {
    const world = keptWorld();
    await world.inProcess({ faults: [faultAt('payment=unavailable')] }, async ({ place, cancel }) => {
      const began = Promise.withResolvers<void>();
      const { execution } = place(order, { onEvent: ({ type }) => type === 'TaskFailed' && began.resolve() });
      await began.promise;
      await cancel({ orderId: '12345' }, 'cancel-12345').execution.result;
      expect(await execution.result).toMatchObject({ status: 'ABORTED', error: 'OrderCancelled' });
    });
    const listed = await world.order(['list']);
    expect(listed.stdout).toMatch(/○ stopped +12345 +order-12345 .* at Process Payment: stopped by its cancellation/);
    const { stdout } = await world.order(['show', '12345']);
    expect(stdout).toContain('  stopped by its cancellation at Process Payment · 2 states');
    expect(stdout).toContain('What came of it: pnpm order show cancel-12345');
    expect(stdout).not.toMatch(/a person must|order redrive|runbook/);
    expect(stdout).toMatch(/1 {2}order-12345 +stopped +stopped by its cancellation · what it did is undone by that/);
    expect((await world.order(['show', 'cancel-12345'])).stdout).toContain('cancelled · nothing is shipped');
  });
});
