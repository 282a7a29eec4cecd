import { type Clock, createVirtualClock, type InvokeLambda, TaskFailure } from '@order-workflow/asl-engine';
import { startWorkflow } from '@order-workflow/local';
import { parseInjectedFault } from '@order-workflow/simulators';
import { faultTargets } from '../fault-lists.ts';
import { type BucketSize, TokenBucket } from './token-bucket.ts';

/** What an account of AWS may do. */
export interface Quotas {
  readonly startExecution: BucketSize;
  readonly stateTransition: BucketSize;
  /** Functions that run at once. */
  readonly concurrency: number;
}

export interface Load {
  readonly ordersPerSecond: number;
  readonly seconds: number;
  readonly quotas: Quotas;
  /** What goes wrong all the while, such as `payment=timeout-before`, and how long. */
  readonly fault?: { readonly text: string; readonly seconds: number };
}

/** What became of all orders of a load. Times are seconds by the clock of the executions. */
export interface LoadResult {
  readonly orders: number;
  readonly fulfilled: number;
  readonly refunded: number;
  /** Executions that a person has to redrive. */
  readonly failed: number;
  /** Orders whose StartExecution was refused at least once. */
  readonly throttledStarts: number;
  readonly longestWaitToStart: number;
  /** Transitions that Step Functions held back. */
  readonly heldTransitions: number;
  /** Invocations that Lambda turned away. */
  readonly turnedAway: number;
  /** From when it was placed to its end. */
  readonly slowestOrder: number;
  /** Minor units that are charged of orders without a parcel. */
  readonly heldWithoutParcel: number;
}

/** Of a function that is asked nothing slow, and whose start is not counted. */
const invocationMs = 50;
/** When a client asks again whose StartExecution was refused. */
const askAgainMs = 1_000;
const beginning = Date.UTC(2026, 0, 5, 9);

/** Places an order so many times a second with the synthesized workflow, under the quotas of an account, on a virtual clock. */
export async function runLoad({ ordersPerSecond, seconds, quotas, fault }: Load): Promise<LoadResult> {
  const clock = createVirtualClock({ start: beginning });
  const starts = new TokenBucket(quotas.startExecution, beginning);
  const transitions = new TokenBucket(quotas.stateTransition, beginning);
  const counts = { throttledStarts: 0, longestWaitToStart: 0, heldTransitions: 0, turnedAway: 0, slowestOrder: 0 };
  let running = 0;
  const limited =
    (invoke: InvokeLambda): InvokeLambda =>
    async (invocation) => {
      if (await transitions.await(invocation.clock)) counts.heldTransitions++;
      if (running >= quotas.concurrency) {
        counts.turnedAway++;
        throw new TaskFailure('Lambda.TooManyRequestsException', 'Rate Exceeded.');
      }
      running++;
      try {
        await invocation.clock.sleep(invocationMs);
        return await invoke(invocation);
      } finally {
        running--;
      }
    };
  const workflow = await startWorkflow({
    ...{ clock, virtualLimits: true, simulators: { clock }, tables: { clock }, aroundInvocation: limited },
  });
  const sample = (index: number) => ({
    ...{ orderId: `load-${index}`, customerEmail: 'test@example.com', paymentMethod: 'CreditCard' },
    items: [{ sku: 'SKU001', quantity: 1 }],
    shippingAddress: { line1: 'Musterstr. 1', city: 'Berlin', postalCode: '10115', country: 'DE' },
  });

  async function place(index: number): Promise<unknown> {
    const placedAt = beginning + (index * 1000) / ordersPerSecond;
    await clock.sleep(placedAt - clock.now());
    if (!starts.take(clock.now())) {
      counts.throttledStarts++;
      do await clock.sleep(askAgainMs);
      while (!starts.take(clock.now()));
    }
    counts.longestWaitToStart = Math.max(counts.longestWaitToStart, (clock.now() - placedAt) / 1000);
    const { result } = workflow.place(sample(index)).execution;
    const { status, output, stopDate } = await result;
    counts.slowestOrder = Math.max(counts.slowestOrder, (stopDate.getTime() - placedAt) / 1000);
    return status === 'FAILED' ? status : (output as { outcome?: unknown } | undefined)?.outcome;
  }

  try {
    if (fault) await strike(workflow.switchboard, fault, clock);
    const orders = Math.round(ordersPerSecond * seconds);
    const outcomes = await Promise.all(Array.from({ length: orders }, (_, index) => place(index)));
    const ended = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    const [fulfilled, refunded, failed] = [ended('fulfilled'), ended('refunded'), ended('FAILED')];
    if (fulfilled + refunded + failed < orders) throw new Error(`orders ended as ${[...new Set(outcomes)].join(', ')}`);
    const { gateway, carrier } = workflow.world ?? never();
    const parcels = new Set(carrier.ledger.history().flatMap(({ key, status }) => (status === 'booked' ? [key] : [])));
    const held = gateway.ledger
      .charges()
      .filter(({ key, status }) => status === 'charged' && !parcels.has(key.replace(/-charge$/, '-ship')));
    const heldWithoutParcel = held.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0);
    return { orders, fulfilled, refunded, failed, ...counts, heldWithoutParcel };
  } finally {
    await workflow.close();
  }
}

async function strike(
  switchboard: Awaited<ReturnType<typeof startWorkflow>>['switchboard'],
  { text, seconds }: NonNullable<Load['fault']>,
  clock: Clock,
): Promise<void> {
  switchboard.set([parseInjectedFault(text, faultTargets)]);
  clock.setTimer(clock.now() + seconds * 1000, () => switchboard.clear());
}

function never(): never {
  throw new Error('a workflow without gateway and carrier');
}
