import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aBatch, aBatchWorld } from '../../test/a-batch-world.ts';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { placePart } from './place-part.ts';
import { postBatch } from './post-batch.ts';

const orders = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anOrder()
      .with({ orderId: `${index + 1}` })
      .build(),
  );

describe(placePart, () => {
  it('places what is left when it is done again, and nothing twice', async () => {
    const { ports, started, orders: world } = aBatchWorld();
    await postBatch(aBatch(orders(30)), ports);
    const { batchId } = started[0]!.input;
    let calls = 0;
    const start: typeof world.ports.executions.start = (...asked) => {
      calls += 1;
      return calls === 12 ? Promise.reject(new ApiUnavailable('no answer')) : world.ports.executions.start(...asked);
    };
    const all = { ...world.ports, batches: ports.batches };
    const cut = { ...all, executions: { ...world.ports.executions, start } };
    await expect(placePart(batchId, 1, cut)).rejects.toThrow(ApiUnavailable);
    expect(calls).toBeLessThan(30);
    expect((await ports.batches.progress(batchId)).parts).toBe(0);
    expect(await placePart(batchId, 1, all)).toEqual({ 202: 30 });
    expect(world.started).toHaveLength(30);
    const begun = calls;
    expect(await placePart(batchId, 1, cut)).toEqual({ 202: 30 });
    expect(calls).toBe(begun);
  });

  it('leaves nothing of the orders when they are placed', async () => {
    const { ports, started, work } = aBatchWorld();
    await postBatch(aBatch(orders(3)), ports);
    const { batchId } = started[0]!.input;
    expect(JSON.stringify(await ports.batches.readPart(batchId, 1))).toContain('customerEmail');
    await work(started[0]!);
    expect(JSON.stringify(await ports.batches.readPart(batchId, 1))).not.toMatch(/customerEmail|items|@/);
  });

  it('does not take a part that is gone for one that is placed', async () => {
    const { ports, orders: world } = aBatchWorld();
    await expect(placePart('x', 1, { ...world.ports, batches: ports.batches })).rejects.toThrow(RangeError);
  });
});
