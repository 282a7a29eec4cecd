import { describe, expect, it } from 'vitest';
import { Refusal } from '../api/refusal.ts';
import { OrderTaken, type PlacingCalls, placeOrder } from './place-order.ts';

const order = { orderId: '7', paymentMethod: 'CreditCard', paymentToken: 'tok_other' };
const declined = { ...order, paymentToken: 'sim-declined' };

const machines = {
  orders: { name: 'Orders', stateMachineArn: 'arn:stateMachine:Orders' },
  cancellations: { name: 'Cancellations', stateMachineArn: 'arn:stateMachine:Cancellations' },
};

type Ending = string | undefined;

/** Step Functions with executions that ended so; those that are started later run. */
function stepFunctionsWith(...executions: readonly (readonly [name: string, input: object, outcome: Ending])[]) {
  const names: string[] = [];
  const kept = new Map(
    executions.map(([name, input, outcome], startDate) => {
      const machine = name.startsWith('cancel') ? 'Cancellations' : 'Orders';
      return [`arn:execution:${machine}:${name}`, { name, input, outcome, startDate }];
    }),
  );
  const calls = {
    async describeExecution(arn: string) {
      const found = kept.get(arn);
      if (!found) throw new Refusal('ExecutionDoesNotExist', `nobody has started ${arn}`);
      const { name, input, outcome, startDate } = found;
      const ended = { name, startDate, input: JSON.stringify(input) };
      if (outcome === 'OrderCancelled') return { ...ended, status: 'ABORTED', error: outcome };
      const status = outcome === undefined ? 'RUNNING' : 'SUCCEEDED';
      return { ...ended, status, output: outcome && JSON.stringify({ outcome }) };
    },
    async startExecution({ name, input }: { name: string; input: string }) {
      const found = kept.get(`arn:execution:Orders:${name}`);
      if (found && (found.outcome !== undefined || JSON.stringify(found.input) !== input))
        throw new Refusal('ExecutionAlreadyExists', 'it exists');
      if (found) return;
      names.push(name);
      kept.set(`arn:execution:Orders:${name}`, { name, input: JSON.parse(input), outcome: undefined, startDate: 9 });
    },
  } as unknown as PlacingCalls;
  return { names, place: (input: unknown) => placeOrder(calls, machines, input) };
}

describe(placeOrder, () => {
  it('starts an order under a name of its own, once: again it is the same execution, however its fields stand', async () => {
    const { names, place } = stepFunctionsWith();
    expect(await place(order)).toBe('order-7');
    expect(await place(Object.fromEntries(Object.entries(order).reverse()))).toBe('order-7');
    expect(names).toEqual(['order-7']);
  });

  it.each(['rejected', 'declined', 'refunded', 'cancelled', 'duplicate'])(
    'starts other content as the next execution after one that was %s',
    async (outcome) => {
      const { names, place } = stepFunctionsWith(['order-7', declined, outcome]);
      expect(await place(order)).toBe('order2-7');
      expect(await place(declined)).toBe('order-7');
      expect(names).toEqual(['order2-7']);
    },
  );

  it.each([undefined, 'fulfilled'])(
    'starts nothing for other content while an execution has the order: %s',
    async (outcome) => {
      const { names, place } = stepFunctionsWith(['order-7', declined, 'declined'], ['order2-7', order, outcome]);
      const conflict = await place({ ...order, paymentMethod: 'PayPal' }).catch((error: unknown) => error);
      expect(conflict).toBeInstanceOf(OrderTaken);
      expect(conflict).toMatchObject({
        owner: 'order2-7',
        message: `order2-7 has this order with other content, and is ${outcome ?? 'RUNNING'}`,
      });
      expect(names).toEqual([]);
    },
  );

  it('starts other content after one that its cancellation stopped, or that was cancelled since, and not after one before it', async () => {
    const stopped = stepFunctionsWith(['order-7', declined, 'OrderCancelled']);
    expect(await stopped.place(order)).toBe('order2-7');
    const cancelled = stepFunctionsWith(
      ['order-7', declined, 'fulfilled'],
      ['cancel-7', { orderId: '7' }, 'fulfilled'],
      ['cancel2-7', { orderId: '7' }, 'cancelled'],
    );
    expect(await cancelled.place(order)).toBe('order2-7');
    const before = stepFunctionsWith(['cancel-7', { orderId: '7' }, 'cancelled'], ['order-7', declined, 'fulfilled']);
    await expect(before.place(order)).rejects.toBeInstanceOf(OrderTaken);
  });

  it('starts the same content again when it says the next attempt aloud', async () => {
    const { names, place } = stepFunctionsWith(['order-7', declined, 'declined']);
    for (const _ of [1, 2]) expect(await place({ ...declined, attempt: 2 })).toBe('order2-7');
    expect(names).toEqual(['order2-7']);
  });

  it('shows the last execution of content that was tried again aloud, as the command line does', async () => {
    const { names, place } = stepFunctionsWith(
      ['order-7', order, 'declined'],
      ['order2-7', { ...order, attempt: 2 }, 'fulfilled'],
    );
    expect(await place(order)).toBe('order2-7');
    expect(await place({ ...order, attempt: 2 })).toBe('order2-7');
    expect(names).toEqual([]);
  });

  it('leaves it to the order store whether content that is written otherwise is the same', async () => {
    const { names, place } = stepFunctionsWith(['order-7', { ...order, attributes: { sent: '10:00' } }, 'declined']);
    expect(await place({ ...order, attributes: { sent: '10:01' } })).toBe('order2-7');
    expect(names).toEqual(['order2-7']);
  });

  it('hands on what the server refuses', async () => {
    const refusal = new Refusal('StateMachineDoesNotExist', 'gone');
    const calls = { startExecution: async () => Promise.reject(refusal) } as unknown as PlacingCalls;
    await expect(placeOrder(calls, machines, order)).rejects.toBe(refusal);
  });
});
