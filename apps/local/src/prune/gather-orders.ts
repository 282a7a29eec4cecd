import type { ExecutionJournal } from '@order-workflow/asl-engine';
import { claimableOrderId } from '@order-workflow/order-domain';
import type { KeptLedgers } from '@order-workflow/simulators';
import { moneyWithoutParcel } from '../desk/money-without-parcel.ts';
import { orderOfKey } from '../desk/order-of-key.ts';
import { fieldsOf } from '../json/json-object.ts';
import type { MessageLog } from '../messages/message-log.ts';
import { describeParked } from '../messages/parked-notice.ts';
import { outcomeOf } from '../orders/execution-report.ts';
import type { OrderFacts, PrunableExecution } from './judge-pruning.ts';
import type { ItemFacts } from './kept-items.ts';

/** What a data folder holds, open. */
export interface Sources {
  readonly journal: ExecutionJournal;
  readonly messages: MessageLog;
  readonly ledgers: KeptLedgers;
  readonly items: ItemFacts;
}

/** An order, with the ids of its notices. */
export interface GatheredOrder extends OrderFacts {
  readonly noticeIds: readonly string[];
}

interface OwnRecords {
  readonly orderId: string | undefined;
  readonly executions: PrunableExecution[];
  readonly noticeIds: string[];
}

/**
 * Every order that an execution or the order store tells of, with what the others have of it. What gateway and carrier have of an order
 * that nobody else knows is nobody's to judge.
 */
export function gatherOrders({ journal, messages, ledgers, items }: Sources): readonly GatheredOrder[] {
  const loose = moneyWithoutParcel(ledgers.payments.charges(), ledgers.shipments.shipments(), () => 'nobody').charges;
  const charged = new Set(loose.flatMap(({ orderId }) => orderId ?? []));
  const notDone = new Set([...ledgers.underWay()].flatMap((key) => orderOfKey(key) ?? []));
  const owed = messages.owed().flatMap(({ attributes: { orderId } }) => orderId ?? []);
  const waiting = new Set([...owed, ...messages.parked().flatMap((message) => describeParked(message).orderId ?? [])]);
  const unnamed = new Set(messages.owed().flatMap(({ attributes: { notificationId } }) => notificationId ?? []));
  return ordersOf(journal, items).map(({ orderId, executions, noticeIds }) => {
    const stored = orderId === undefined ? undefined : items.stored.get(orderId);
    const isIn = (set: ReadonlySet<string>) => orderId !== undefined && set.has(orderId);
    return {
      ...{ orderId, executions, noticeIds, ...(stored && { stored }) },
      ...{ looseMoney: isIn(charged), worldNotDone: isIn(notDone), piecesHeld: isIn(items.holders) },
      ...{ noticeWaits: isIn(waiting) || noticeIds.some((id) => unnamed.has(id)), keyLives: isIn(items.withKey) },
    };
  });
}

/** The executions of each order in the order in which they began. One whose input names no order stands for itself. */
function ordersOf(journal: ExecutionJournal, { stored }: ItemFacts): readonly OwnRecords[] {
  const alone: OwnRecords[] = [];
  const orders = new Map<string, OwnRecords>();
  const recordsOf = (orderId: string) => {
    const found = orders.get(orderId) ?? { orderId, executions: [], noticeIds: [] };
    orders.set(orderId, found);
    return found;
  };
  for (const { executionArn } of journal.list()) {
    const { start, end } = journal.describe(executionArn) ?? {};
    const orderId = claimableOrderId(start?.input);
    const order = orderId === undefined ? { orderId, executions: [], noticeIds: [] } : recordsOf(orderId);
    if (orderId === undefined) alone.push(order);
    const outcome = end && outcomeOf(end);
    order.executions.push({
      ...{ executionArn, stoppedAt: end?.stoppedAt, succeeded: end?.status === 'SUCCEEDED' },
      ...(end?.error !== undefined && { error: end.error }),
      ...(outcome !== undefined && { outcome }),
    });
    const { notificationId } = fieldsOf(fieldsOf(end?.output)['notification']);
    if (typeof notificationId === 'string') order.noticeIds.push(notificationId);
  }
  for (const [orderId, { noticeId }] of stored) recordsOf(orderId).noticeIds.push(...(noticeId ? [noticeId] : []));
  return [...orders.values(), ...alone];
}
