import { judgePlacing } from '@order-workflow/local';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../src/api/refusal.ts';
import { OrderTaken, type PlacingCalls, placeOrder } from '../src/start/place-order.ts';

/** The console is told nothing of the rules by which the command line places orders; here it is held to them. */

const content = (paymentToken: string) => ({ orderId: '7', paymentMethod: 'CreditCard', paymentToken });
const contents = [content('sim-declined'), content('tok_other')];
const said = (attempt: number | undefined) => (attempt === undefined ? {} : { attempt });
const outcomes = [undefined, 'fulfilled', 'rejected', 'declined', 'refunded', 'cancelled', 'duplicate'];

const orders = contents.flatMap((one) => [undefined, 1, 2].map((attempt) => ({ ...one, ...said(attempt) })));
const executions = orders.flatMap((input) => outcomes.map((outcome) => ({ input, outcome })));
type Execution = (typeof executions)[number];

const nameOf = (place: number) => (place === 0 ? 'order-7' : `order${place + 1}-7`);

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:Orders';

/** What the console does: the place of the execution that it shows or starts, or of the one that stands against it. */
async function byConsole(earlier: readonly Execution[], order: object) {
  const places = new Map(earlier.map((one, place) => [nameOf(place), one]));
  const calls = {
    async describeExecution(arn: string) {
      const name = arn.slice(arn.lastIndexOf(':') + 1);
      const found = places.get(name);
      if (!found) throw new Refusal('ExecutionDoesNotExist', name);
      const output = found.outcome && JSON.stringify({ outcome: found.outcome });
      return { name, status: output ? 'SUCCEEDED' : 'RUNNING', input: JSON.stringify(found.input), output };
    },
    async startExecution({ name }: { name: string }) {
      if (places.has(name)) throw new Refusal('ExecutionAlreadyExists', name);
    },
  } as unknown as PlacingCalls;
  try {
    const name = await placeOrder(calls, { orders: { name: 'Orders', stateMachineArn } }, order);
    return places.has(name) ? { same: name } : { next: name };
  } catch (problem) {
    if (problem instanceof OrderTaken) return { conflict: problem.owner };
    throw problem;
  }
}

function byCommandLine(earlier: readonly Execution[], order: object) {
  const placing = judgePlacing(
    earlier.map((one, place) => ({ ...one, name: nameOf(place) })),
    order,
  );
  return placing.kind === 'next' ? { next: nameOf(earlier.length) } : { [placing.kind]: placing.earlier.name };
}

/** Of those that an order can have: another begins only where the one before has ended with nothing held. */
const follows = ({ outcome }: Execution) => outcome !== undefined && outcome !== 'fulfilled';

describe(placeOrder, () => {
  it('places as the command line does, whatever executions an order has had', async () => {
    const histories = [
      [],
      ...executions.map((one) => [one]),
      ...executions.filter(follows).flatMap((one) => executions.map((other) => [one, other])),
    ];
    const differing: unknown[] = [];
    for (const earlier of histories)
      for (const order of orders) {
        const [console, commandLine] = [await byConsole(earlier, order), byCommandLine(earlier, order)];
        if (JSON.stringify(console) !== JSON.stringify(commandLine))
          differing.push({ earlier, order, console, commandLine });
      }
    expect(differing.slice(0, 3)).toEqual([]);
    expect(histories.length).toBeGreaterThan(1_000);
  });
});
