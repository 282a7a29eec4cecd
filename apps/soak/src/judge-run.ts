import type { Order } from '@order-workflow/order-domain';
import { type Attempt, attemptBooks, attemptsOf, effectsOf } from './attempts.ts';
import { checkAttempts } from './check-attempts.ts';
import { checkEnded } from './check-ended.ts';
import { checkEvents } from './check-events.ts';
import { checkNotices } from './check-notices.ts';
import { checkForeignCharges, checkLedgers } from './check-order.ts';
import { checkSent } from './check-sent.ts';
import { checkStore, readStored, type StoredOrder } from './check-store.ts';
import { type EndedExecution, type EndedOrder, leftRecordOf } from './ended-order.ts';
import type { Lane } from './lane.ts';
import type { OrderCase } from './order-case.ts';
import type { Schedule } from './schedule.ts';
import { type Standing, wasLeftCancelled } from './standing.ts';
import { checkStock, wasShortOfStock } from './stock/check-stock.ts';

/** An order of a run whose executions have all ended. */
export interface JudgedOrder extends Standing {
  readonly orderId: string;
  /** Whether nothing kept it from ending as its content says. */
  readonly undisturbed: boolean;
}

/** What must hold when a schedule is over and everything was repaired; in words what does not. */
export async function judgeRun(
  lane: Lane,
  orders: readonly JudgedOrder[],
  { pieces = 0 }: Pick<Schedule, 'pieces'>,
): Promise<readonly string[]> {
  const items = await storedOrders(lane);
  const all = orders.flatMap(({ ended }) => ended);
  const waiting = lane.messages.parked().length;
  return [
    ...orders.flatMap((order) => judgeOrder(lane, order, items.get(order.orderId))),
    ...checkForeignCharges(lane.world.gateway, all),
    ...(lane.stock ? checkStock(lane.stock, pieces, orders.flatMap(allAttempts), lane.world) : []),
    ...(waiting > 0 ? [`not kept: no notice waits: ${waiting}`] : []),
  ];
}

const allAttempts = ({ ended, cancellations }: JudgedOrder) => attemptsOf(ended, cancellations);

function judgeOrder(
  { world, messages, calls }: Lane,
  { orderId, ended, cancellations, undisturbed }: JudgedOrder,
  item: StoredOrder | undefined,
): readonly string[] {
  const attempts = attemptsOf(ended, cancellations);
  const notices = messages.published().filter(({ attributes }) => attributes['orderId'] === orderId);
  const all = [...ended, ...cancellations];
  const ids = new Map(all.map(({ name, id }) => [name, id]));
  const last = attempts.at(-1);
  return [
    ...checkEnded({ ended, cancellations }),
    ...attempts.flatMap(({ number, order, record, takenOver }) => {
      const result = { status: 'SUCCEEDED', output: record } as unknown as EndedOrder['result'];
      const about = { attempt: number, isLast: record === last?.record, takenOver: takenOver !== undefined };
      return checkLedgers({ order, result }, world, messages, about);
    }),
    ...attempts.flatMap(({ number, order, record, takenOver }) =>
      record.outcome === 'duplicate' ? [] : checkSent(order, { calls, notices }, record, number, takenOver),
    ),
    ...checkAttempts(orderId, attempts, world),
    ...checkNotices(orderId, messages.told(), attempts, (attempt) => effectsOf(world, orderId, attempt)),
    ...checkEvents(orderId, messages.events(orderId), attempts),
    ...all.flatMap((one) => checkDuplicate(one, all)),
    ...checkStore(orderId, {
      ...{ item, attempts, notices },
      arnOf: (name) => ids.get(name) ?? name,
      leftBy: cancellations.filter((one) => wasLeftCancelled({ cancellations: [one] })).map(({ id }) => id),
      came: ended.length > 0,
      books: attemptBooks(world, orderId, item?.attempt || 1),
    }),
    ...(undisturbed ? attempts.flatMap(checkUndisturbed) : []),
  ];
}

/** Whoever is told that the order is another's is told whose. */
function checkDuplicate(one: EndedExecution, all: readonly EndedExecution[]): readonly string[] {
  const { outcome, failure } = leftRecordOf(one);
  if (outcome !== 'duplicate') return [];
  const cause = failure?.cause ?? '';
  const [, owner] = /by execution ([\w:-]*\w)/.exec(cause) ?? [];
  const named = all.some(({ id }) => id !== one.id && id === owner);
  return named || cause.includes('has ended order')
    ? []
    : [`${one.name}: not kept: a duplicate names the owner: ${cause}`];
}

const dueOutcomes: Readonly<Record<NonNullable<OrderCase['flaw']> | 'none', string>> = {
  ...{ none: 'fulfilled', invalid: 'rejected', declined: 'declined', refused: 'refunded', unconfirmed: 'declined' },
};

/** An order without a fault ends as its content says, or is turned away where another has what it asks for. */
function checkUndisturbed({ order, record }: Attempt): readonly string[] {
  const due = dueOutcomes[flawOf(order) ?? 'none'];
  return record.outcome === due || wasShortOfStock(record)
    ? []
    : [`${order.orderId}: not kept: an order without a fault ends ${due}: ${record.outcome}`];
}

/** By what the order itself shows. */
function flawOf({ items, paymentToken, shippingAddress }: Order): OrderCase['flaw'] {
  if (items.some(({ sku }) => sku === 'NO-SUCH')) return 'invalid';
  if (paymentToken === 'sim-declined') return 'declined';
  if (paymentToken === 'sim-unconfirmed') return 'unconfirmed';
  return shippingAddress?.postalCode === 'SIM-REFUSED' ? 'refused' : undefined;
}

async function storedOrders({ platform }: Lane): Promise<ReadonlyMap<string, StoredOrder>> {
  const table = platform.assembly.tables.find(({ definition }) => JSON.stringify(definition).includes('"orderId"'));
  const items = table && platform.tables ? await platform.tables.items(table.name) : [];
  return new Map(items.map(readStored).map((item) => [item.orderId, item]));
}
