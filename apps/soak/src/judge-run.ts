import type { Order } from '@order-workflow/order-domain';
import { type Attempt, attemptBooks, attemptsOf } from './attempts.ts';
import { checkAttempts } from './check-attempts.ts';
import { checkNotices } from './check-notices.ts';
import { checkForeignCharges, checkLedgers } from './check-order.ts';
import { checkSent } from './check-sent.ts';
import { checkStore, readStored, type StoredOrder } from './check-store.ts';
import type { EndedOrder, LeftRecord } from './ended-order.ts';
import { executionArn } from './executions.ts';
import type { Lane } from './lane.ts';
import type { OrderCase } from './order-case.ts';
import type { OrderRun } from './order-run.ts';

/** An order of a run whose executions have all ended. */
export interface JudgedOrder extends Pick<OrderRun, 'orderId'> {
  readonly ended: readonly EndedOrder[];
}

/** What must hold when a schedule is over and everything was repaired; in words what does not. */
export async function judgeRun(
  lane: Lane,
  orders: readonly JudgedOrder[],
  undisturbed: boolean,
): Promise<readonly string[]> {
  const items = await storedOrders(lane);
  const all = orders.flatMap(({ ended }) => ended);
  const waiting = lane.messages.parked().length;
  return [
    ...orders.flatMap((order) => judgeOrder(lane, order, items.get(order.orderId), undisturbed)),
    ...checkForeignCharges(lane.world.gateway, all),
    ...(waiting > 0 ? [`not kept: no notice waits: ${waiting}`] : []),
  ];
}

function judgeOrder(
  { world, messages, calls, platform }: Lane,
  { orderId, ended }: JudgedOrder,
  item: StoredOrder | undefined,
  undisturbed: boolean,
): readonly string[] {
  const attempts = attemptsOf(ended);
  const notices = messages.published().filter(({ attributes }) => attributes['orderId'] === orderId);
  const arnOf = (name: string) => executionArn(platform, name);
  const last = attempts.at(-1);
  return [
    ...ended.flatMap(({ name, result }) =>
      result.status === 'SUCCEEDED'
        ? []
        : [`${name}: not kept: ${result.status} (${result.error}) although everything was repaired`],
    ),
    ...attempts.flatMap(({ number, order, record }) => {
      const result = { status: 'SUCCEEDED', output: record } as unknown as EndedOrder['result'];
      return checkLedgers({ order, result }, world, messages, { attempt: number, isLast: record === last?.record });
    }),
    ...attempts.flatMap(({ number, order, record }) =>
      record.outcome === 'duplicate' ? [] : checkSent(order, { calls, notices }, record, number),
    ),
    ...checkAttempts(orderId, attempts, world),
    ...checkNotices(orderId, messages.told(), attempts),
    ...ended.flatMap((one) => checkDuplicate(one, ended, arnOf)),
    ...checkStore(orderId, {
      ...{ item, attempts, arnOf, notices },
      books: attemptBooks(world, orderId, item?.attempt ?? 1),
    }),
    ...(undisturbed ? attempts.flatMap(checkUndisturbed) : []),
  ];
}

/** Whoever is told that the order is another's is told whose. */
function checkDuplicate(
  { name, result }: EndedOrder,
  ended: readonly EndedOrder[],
  arnOf: (name: string) => string,
): readonly string[] {
  const { outcome, failure } = (result.output ?? {}) as LeftRecord;
  if (outcome !== 'duplicate') return [];
  const cause = failure?.cause ?? '';
  const [, owner] = /by execution ([\w:-]+)/.exec(cause) ?? [];
  const named = ended.some((other) => other.name !== name && arnOf(other.name) === owner);
  return named || cause.includes('has ended order') ? [] : [`${name}: not kept: a duplicate names the owner: ${cause}`];
}

const dueOutcomes: Readonly<Record<NonNullable<OrderCase['flaw']> | 'none', string>> = {
  ...{ none: 'fulfilled', invalid: 'rejected', declined: 'declined', refused: 'refunded' },
};

/** An order without a fault ends as its content says. */
function checkUndisturbed({ order, record }: Attempt): readonly string[] {
  const due = dueOutcomes[flawOf(order) ?? 'none'];
  return record.outcome === due
    ? []
    : [`${order.orderId}: not kept: an order without a fault ends ${due}: ${record.outcome}`];
}

/** By what the order itself shows. */
function flawOf({ items, paymentToken, shippingAddress }: Order): OrderCase['flaw'] {
  if (items.some(({ sku }) => sku === 'NO-SUCH')) return 'invalid';
  if (paymentToken === 'sim-declined') return 'declined';
  return shippingAddress?.postalCode === 'SIM-REFUSED' ? 'refused' : undefined;
}

async function storedOrders({ platform }: Lane): Promise<ReadonlyMap<string, StoredOrder>> {
  const [table] = platform.assembly.tables;
  const items = table && platform.tables ? await platform.tables.items(table.name) : [];
  return new Map(items.map(readStored).map((item) => [item.orderId, item]));
}
