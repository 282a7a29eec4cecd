import { anOrder } from '@order-workflow/order-domain/testing';
import { expect, it } from 'vitest';
import { aBatch, aBatchWorld } from '../test/a-batch-world.ts';
import { batchUse } from './batch-use.ts';
import { placePart } from './decisions/place-part.ts';
import { postBatch } from './decisions/post-batch.ts';

/** The same port, whose calls are counted by name. */
function counted<Port extends object>(port: Port, calls: Map<string, number>): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function' || typeof name !== 'string') return method;
      return (...given: unknown[]) => {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        return method.apply(target, given);
      };
    },
  });
}

it('counts what is asked of the tables when a batch is placed', async () => {
  const { ports, started, orders } = aBatchWorld();
  const [ofParts, ofLines] = [new Map<string, number>(), new Map<string, number>()];
  const batches = counted(ports.batches, ofParts);
  const lines = batchUse.linesOfPart + 1;
  const sent = Array.from({ length: lines }, (_, index) =>
    anOrder()
      .with({ orderId: `${index}` })
      .build(),
  );
  await postBatch(aBatch(sent), { ...ports, batches });
  const { batchId, parts } = started[0]!.input;
  expect(parts).toBe(2);
  const placing = {
    ...orders.ports,
    ...{ accepted: counted(orders.ports.accepted, ofLines), orders: counted(orders.ports.orders, ofLines), batches },
  };
  for (let part = 1; part <= parts; part++) await placePart(batchId, part, placing);

  expect([...ofLines.keys()].toSorted()).toEqual(['keepOrder', 'keepRequest', 'read', 'request']);
  const of = (calls: Map<string, number>, names: readonly string[]) =>
    names.reduce((sum, name) => sum + (calls.get(name) ?? 0), 0);
  expect({
    line: {
      reads: of(ofLines, ['read', 'request']) / lines,
      writes: of(ofLines, ['keepOrder', 'keepRequest']) / lines,
    },
    part: {
      reads: of(ofParts, ['readPart']) / parts,
      writes: of(ofParts, ['keepPart', 'answerPart']) / parts,
    },
  }).toEqual({ line: batchUse.line, part: batchUse.part });
});
