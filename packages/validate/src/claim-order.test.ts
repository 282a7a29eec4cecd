import { anOrder } from '@order-workflow/order-domain/testing';
import { leave } from '@order-workflow/stage-kit';
import { type Claim, memoryOrderTable, type OrderStore, orderStoreOver } from '@order-workflow/stage-kit/order-store';
import { describe, expect, it } from 'vitest';
import { claimOrder } from './claim-order.ts';
import { rejectedFor } from './validation-failures.ts';
import type { ValidationReceipt } from './validation-receipt.ts';

const order = anOrder().build();
const execution = (name: string) => ({
  id: `arn:aws:states:us-east-1:000000000000:execution:orders:${name}`,
  startedAt: '2026-03-01T10:00:00.000Z',
});
const priced = (cents: number): ValidationReceipt => ({
  lines: [],
  total: { amount: cents, currency: 'EUR' },
  weight: 1,
  validatedAt: '2026-03-01T10:00:01.000Z',
});
const rejected = { kind: 'failure', failure: rejectedFor([{ field: 'items', problem: 'missing' }]) } as const;

function aWorld() {
  const store = orderStoreOver(memoryOrderTable(), () => AbortSignal.timeout(60_000));
  const customer = (given: unknown) => `hash of ${Object(given).customerEmail}`;
  return { store, fingerprint: (given: unknown) => JSON.stringify(given), customer };
}

describe(claimOrder, () => {
  it('leaves the receipt with the attempt that it claimed', async () => {
    const decision = await claimOrder(leave(priced(1)), { order, execution: execution('a') }, aWorld());
    expect(decision).toEqual(leave({ ...priced(1), attempt: 1 }));
  });

  it.each([
    ['accepted', leave(priced(1))],
    ['rejected', rejected],
  ])(
    'has an order that is %s listed under its customer, of whom nothing is kept for that but a hash',
    async (_, judged) => {
      const claims: Claim[] = [];
      const { store, ...ports } = aWorld();
      const noting = { claim: (claim: Claim) => store.claim(claims[claims.push(claim) - 1]!) };
      await claimOrder(judged, { order, execution: execution('a') }, { ...ports, store: noting });
      expect(claims).toMatchObject([{ customer: `hash of ${order.customerEmail}` }]);
    },
  );

  it('prices nothing twice: what the execution claimed before counts, whatever is found now', async () => {
    const world = aWorld();
    await claimOrder(leave(priced(1)), { order, execution: execution('a') }, world);
    for (const now of [leave(priced(2)), rejected])
      expect(await claimOrder(now, { order, execution: execution('a') }, world)).toEqual(
        leave({ ...priced(1), attempt: 1 }),
      );
  });

  it('rejects nothing otherwise the second time', async () => {
    const world = aWorld();
    expect(await claimOrder(rejected, { order, execution: execution('a') }, world)).toEqual(rejected);
    expect(await claimOrder(leave(priced(2)), { order, execution: execution('a') }, world)).toEqual(rejected);
  });

  it('lets another execution of the order do nothing, also with one that would be rejected, and says whose it is', async () => {
    const world = aWorld();
    await claimOrder(leave(priced(1)), { order, execution: execution('a') }, world);
    for (const [found, asked] of [
      [leave(priced(1)), order],
      [leave(priced(1)), { ...order, attempt: 2 }],
      [rejected, { orderId: order.orderId }],
    ] as const)
      expect(await claimOrder(found, { order: asked, execution: execution('b') }, world)).toMatchObject({
        failure: {
          name: 'OrderAlreadyPlaced',
          message:
            'Order 12345 is open in attempt 1, by execution arn:aws:states:us-east-1:000000000000:execution:orders:a.',
        },
      });
  });

  it('claims the next attempt for other content, and for the same only where the order says which', async () => {
    const world = aWorld();
    const end = (name: string, attempt: number) =>
      world.store.close({
        orderId: order.orderId,
        execution: execution(name),
        attempt,
        outcome: 'declined',
        noticeId: () => 'notice',
        unclaimed: { fingerprint: '', verdict: { rejection: [] } },
      });
    const claim = (asked: unknown, name: string) =>
      claimOrder(leave(priced(1)), { order: asked, execution: execution(name) }, world);
    await claim(order, 'a');
    await end('a', 1);
    expect(await claim(order, 'b')).toMatchObject({ failure: { name: 'OrderAlreadyPlaced' } });
    expect(await claim({ ...order, paymentToken: 'tok_other' }, 'c')).toMatchObject({ receipt: { attempt: 2 } });
    await end('c', 2);
    expect(await claim(order, 'd')).toMatchObject({ failure: { name: 'OrderAlreadyPlaced' } });
    expect(await claim({ ...order, attempt: 3 }, 'e')).toMatchObject({ receipt: { attempt: 3 } });
    await end('e', 3);
    expect(await claim({ ...order, attempt: 3 }, 'e')).toMatchObject({
      failure: { name: 'OrderAlreadyPlaced', message: 'This execution has ended order 12345 before: declined.' },
    });
  });

  it.each<[string, unknown, ReturnType<typeof execution> | { startedAt: string } | undefined]>([
    ['an order whose id cannot be read', { orderId: 'a@b' }, execution('a')],
    ['an order whose id is the number of a card', { orderId: '4111111111111111' }, execution('a')],
    ['nothing at all', undefined, execution('a')],
    ['a definition that does not say which execution it is', order, { startedAt: '2026-03-01T10:00:00.000Z' }],
    ['no execution', order, undefined],
  ])('claims nothing for %s', async (_, asked, of) => {
    const store: OrderStore = { ...aWorld().store, claim: () => Promise.reject(new Error('claimed')) };
    expect(await claimOrder(rejected, { order: asked, execution: of }, { ...aWorld(), store })).toEqual(rejected);
    const valid = leave(priced(1));
    expect(await claimOrder(valid, { order: asked, execution: of }, { ...aWorld(), store })).toEqual(valid);
  });

  it('is a fault when the store is away: nothing is begun that nobody owns', async () => {
    const store: OrderStore = {
      ...aWorld().store,
      claim: async () => ({ answer: 'unavailable', detail: 'throttled' }),
    };
    const asked = { order, execution: execution('a') };
    expect(await claimOrder(leave(priced(1)), asked, { ...aWorld(), store })).toMatchObject({
      failure: { name: 'OrderStoreUnavailable', message: 'throttled' },
    });
  });
});
