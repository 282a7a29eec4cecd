import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { anOrder } from '@order-workflow/order-domain/testing';
import { expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';
import { type Server, serve } from './serve.ts';

/** Many executions of each order at once, on a server that is killed while they run: whose is the order then? */

const orders = 8;
const executionsEach = 10;
/** After so many of the executions have ended, of all, the server is killed. */
const killedAfter = [0, 16, 36, 56];

/** Each passes by within the retries, and none changes how an order ends. */
const passing = [
  ...['validate=throttled:4', 'validate=aws-exception:4', 'payment=error-after:3', 'payment=cut-after:2'],
  ...['shipping=error-after:3', 'notify=aws-exception:3', 'notify=killed:2'],
].flatMap((fault) => ['--fault', fault]);

const address = { line1: '1 Example Street', city: 'Berlin', country: 'DE' };

/** What the executions of an order ask for: of the first half all the same, of the others every third something else. */
function asked(order: number, execution: number): object {
  const one = { ...anOrder().build(), orderId: `many-${order}`, shippingAddress: { ...address, postalCode: '10115' } };
  if (order < orders / 2) return one;
  return [
    { ...one, paymentToken: 'sim-declined' },
    { ...one, shippingAddress: { ...address, postalCode: 'SIM-REFUSED' } },
    one,
  ][execution % 3] as object;
}

it('gives each of many orders to one of ten executions at once, through faults and four kills of the server', async () => {
  const world = keptWorld();
  /** How many servers found executions under way. */
  let takenUp = 0;
  async function end(one: Server, signal: NodeJS.Signals) {
    one.kill(signal);
    const { written } = await one.ended;
    takenUp += Number(written.includes('Going on with'));
  }
  let server = await serve(world.folder, ...passing);
  const executions = await Promise.all(
    Array.from({ length: orders * executionsEach }, async (_, index) => {
      const order = index % orders;
      const input = JSON.stringify(asked(order, Math.floor(index / orders)));
      const { stateMachineArn, client } = server;
      const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input }));
      return { order, executionArn };
    }),
  );

  for (const ended of killedAfter) {
    await expect
      .poll(async () => (await ends(server, executions)).length, { interval: 50 })
      .toBeGreaterThanOrEqual(ended);
    await end(server, 'SIGKILL');
    server = await serve(world.folder, ...passing);
  }
  await expect.poll(async () => (await ends(server, executions)).length, { interval: 200 }).toBe(executions.length);
  const all = await ends(server, executions);
  await end(server, 'SIGTERM');
  expect(takenUp).toBeGreaterThan(0);

  expect(all.map(({ status }) => status)).toEqual(executions.map(() => 'SUCCEEDED'));
  for (let order = 0; order < orders; order++) {
    const outcomes = all.filter((one) => one.order === order).map(({ outcome }) => outcome);
    const fulfilled = outcomes.filter((outcome) => outcome === 'fulfilled').length;
    const { charges, held, parcels } = await world.books(`many-${order}`);
    expect({ order, charges, parcels, isHeld: held > 0 }).toEqual({
      ...{ order, charges: fulfilled, parcels: fulfilled, isHeld: fulfilled > 0 },
    });
    expect(fulfilled).toBeLessThanOrEqual(1);
    if (order < orders / 2)
      expect([...outcomes].sort()).toEqual([...Array(executionsEach - 1).fill('duplicate'), 'fulfilled']);
    // Each content has an attempt at most; who comes too late, or brings what was tried, is a duplicate.
    else expect(outcomes.filter((outcome) => outcome !== 'duplicate').length).toBeLessThanOrEqual(3);
  }
});

/** The executions that have ended, with what became of their order. */
async function ends(
  { client }: Server,
  executions: readonly { readonly order: number; readonly executionArn: string | undefined }[],
) {
  const described = await Promise.all(
    executions.map(async ({ order, executionArn }) => {
      const { status, output } = await client.send(new DescribeExecutionCommand({ executionArn }));
      return { order, status, outcome: JSON.parse(output ?? '{}').outcome as string | undefined };
    }),
  );
  return described.filter(({ status }) => status !== 'RUNNING');
}
