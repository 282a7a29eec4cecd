import { leave } from '@order-workflow/stage-kit';
import { type Closing, memoryOrderTable, orderStoreOver } from '@order-workflow/stage-kit/order-store';
import { describe, expect, it } from 'vitest';
import { takeOrderOver as manifest } from './take-order-over-stage.ts';
import { takeOver } from './take-over.ts';

const arn = (machine: string, name: string) => `arn:aws:states:us-east-1:000000000000:execution:${machine}:${name}`;
const execution = { id: arn('cancellations', 'x'), startedAt: '2026-03-02T10:00:00.000Z' };
const worker = { id: arn('orders', 'a'), startedAt: '2026-03-01T10:00:00.000Z' };
const order = { orderId: '12345', items: [] };
const validation = { total: { amount: 1, currency: 'EUR' } };

function aStore() {
  const store = orderStoreOver(memoryOrderTable(), () => AbortSignal.timeout(60_000));
  const claim = (verdict: { order: unknown; validation: unknown } | { rejection: string[] }) =>
    store.claim({ orderId: '12345', execution: worker, fingerprint: 'f', verdict });
  const close = (outcome: Closing['outcome']) => {
    const unclaimed = { fingerprint: 'f', verdict: { rejection: [] } };
    return store.close({ orderId: '12345', execution: worker, outcome, noticeId: () => 'n', unclaimed });
  };
  return { store, claim, close };
}

const ask = (store: ReturnType<typeof aStore>['store'], request: unknown = { orderId: '12345' }) =>
  takeOver({ order: request, execution }, store);

describe(takeOver, () => {
  it('leaves the record that the store has, as its attempt, and whom to stop', async () => {
    const { store, claim } = aStore();
    await claim({ order, validation });
    const record = { contract: 1, order, validation: { ...validation, attempt: 1 } };
    const receipt = { status: 'taken', worker: worker.id, record };
    expect(await ask(store)).toEqual(leave(receipt));
    expect(await ask(store, { orderId: ' 12345', reason: 'customer called ' })).toEqual(
      leave({ ...receipt, reason: 'customer called' }),
    );
    expect(manifest.receipt.safeParse(receipt)).toEqual({ success: true, data: receipt });
  });

  it('leaves the record as the attempt that the order is in, whose keys the undos use', async () => {
    const { store, claim, close } = aStore();
    await claim({ order, validation });
    await close('declined');
    const next = { id: arn('orders', 'b'), startedAt: '2026-03-01T11:00:00.000Z' };
    await store.claim({ orderId: '12345', execution: next, fingerprint: 'other', verdict: { order, validation } });
    expect(await ask(store)).toMatchObject({
      receipt: { worker: next.id, record: { contract: 2, validation: { attempt: 2 } } },
    });
  });

  it('takes a fulfilled order over too: a parcel may still be stopped', async () => {
    const { store, claim, close } = aStore();
    await claim({ order, validation });
    await close('fulfilled');
    expect(await ask(store)).toMatchObject({ receipt: { status: 'taken' } });
  });

  it('leaves an order cancelled that was not placed so far, each time', async () => {
    const { store, claim } = aStore();
    for (let time = 0; time < 2; time++)
      expect(await ask(store)).toMatchObject({ failure: { name: 'OrderNotPlaced' } });
    expect(await claim({ order, validation })).toMatchObject({ answer: 'duplicate', status: 'cancelled' });
  });

  it('says how an order stands that has ended with nothing held', async () => {
    const { store, claim, close } = aStore();
    await claim({ order, validation });
    await close('declined');
    expect(await ask(store)).toMatchObject({
      failure: {
        name: 'NothingToCancel',
        message: `Order 12345 is declined in attempt 1, by execution ${worker.id}. There is nothing to cancel.`,
      },
    });
  });

  it('finds nothing to undo of an order that was rejected, and has it all the same', async () => {
    const { store, claim, close } = aStore();
    await claim({ rejection: ['items: missing'] });
    for (let time = 0; time < 2; time++)
      expect(await ask(store)).toMatchObject({ failure: { name: 'OrderNeverAccepted' } });
    expect(await close('rejected')).toMatchObject({ answer: 'not-owned', status: 'cancelling' });
  });

  it.each([
    [undefined, 'request: missing, expected an object'],
    [{}, 'orderId'],
    [{ orderId: '' }, 'orderId: expected the id of an order'],
    [{ orderId: '12345', because: 'x' }, 'because'],
    [{ orderId: '12345', reason: 'x'.repeat(501) }, 'reason'],
    [{ orderId: '12345', reason: 'card 4111 1111 1111 1111' }, 'reason'],
  ])('rejects %j in words', async (request, words) => {
    const { store } = aStore();
    const decision = await takeOver({ order: request, execution }, store);
    expect(decision).toMatchObject({ failure: { name: 'CancellationRejected' } });
    expect(decision.kind === 'failure' && decision.failure.message).toContain(words);
    expect(JSON.stringify(decision)).not.toContain('4111');
  });

  it('tries again while the table is away', async () => {
    const away = { takeOver: async () => ({ answer: 'unavailable', detail: 'throttled' }) as const };
    expect(await takeOver({ order, execution }, away)).toMatchObject({
      failure: { name: 'CancellationRejected' },
    });
    expect(await takeOver({ order: { orderId: '12345' }, execution }, away)).toMatchObject({
      failure: { name: 'OrderStoreUnavailable', message: 'throttled' },
    });
  });
});
