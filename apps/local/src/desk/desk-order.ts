import type { ExecutionJournal } from '@order-workflow/asl-engine';
import { formatMoney, pricedLineSchema } from '@order-workflow/order-domain';
import type { ChargeRecord } from '@order-workflow/simulators';
import { type Fields, fieldsOf } from '../json/json-object.ts';
import type { CustomerLetter, CustomerMessage, MessageLog } from '../messages/message-log.ts';
import { describeParked, type ParkedNotice } from '../messages/parked-notice.ts';
import { recordOf } from '../orders/read-last-state.ts';
import type { SimulatedWorld } from '../platform/simulated-world.ts';
import type { DeskEntry } from './desk-entry.ts';
import { orderBy } from './desk-query.ts';
import type { DeskStore } from './desk-store.ts';
import { judgeBooks, type Verdict } from './judge-books.ts';
import { sumsByCurrency } from './money-without-parcel.ts';
import { orderOfKey } from './order-of-key.ts';
import { type Redrivability, redrivability } from './redrivability.ts';
import { seenTo } from './seen-to.ts';
import { type TimelineEvent, tellTimeline } from './tell-timeline.ts';

/** An order with all that is known of it here. */
export interface DeskOrder {
  readonly orderId: string;
  /** As it was placed in its latest attempt. */
  readonly placed: Fields;
  readonly lines: readonly {
    readonly sku: string;
    readonly title: string;
    readonly quantity: number;
    readonly price: string;
  }[];
  /** Its attempts, duplicates and cancellations, the oldest first. */
  readonly executions: readonly (DeskEntry & Redrivability)[];
  /** What was charged, went back and is held, by the gateway's own books; absent where these are not here. */
  readonly money?: { readonly charged: string; readonly refunded: string; readonly held: string };
  readonly verdict?: Verdict;
  readonly gateway: readonly BookLine[];
  readonly carrier: readonly BookLine[];
  readonly messages: readonly CustomerMessage[];
  readonly letters: readonly Pick<CustomerLetter, 'notificationId' | 'to' | 'subject' | 'sentAt'>[];
  readonly parked: readonly ParkedNotice[];
  readonly timeline: readonly TimelineEvent[];
}

/** A call of an order at gateway or carrier, or what came of it, as their book has it. */
export interface BookLine {
  readonly at: string;
  readonly kind: 'call' | 'effect';
  readonly what: string;
  readonly key: string;
  /** What it was answered with, where it was a call: a status of HTTP, or the fault that stood before. */
  readonly answer?: string;
}

interface Sources {
  readonly store: Pick<DeskStore, 'all' | 'entries'>;
  readonly journal: ExecutionJournal;
  readonly messages: Pick<MessageLog, 'published' | 'letters' | 'parked'>;
  readonly world: SimulatedWorld | undefined;
  readonly now: number;
}

/** Undefined when no execution is of this order. */
export function deskOrder({ store, journal, messages, world, now }: Sources, orderId: string): DeskOrder | undefined {
  const executions = store.entries([['order_id = ?', orderId]], orderBy.oldest, 1_000);
  const latest = executions.findLast(({ of, outcome }) => of === 'orders' && outcome !== 'duplicate') ?? executions[0];
  if (latest === undefined) return undefined;
  const standing = journal.describe(latest.executionArn);
  const record = standing ? recordOf(journal, standing) : {};
  const isOwn = ({ key }: { readonly key: string }) => orderOfKey(key) === orderId;
  const charges = world?.gateway.ledger.charges().filter(isOwn) ?? [];
  const parcels = world?.carrier.ledger.shipments().filter(isOwn) ?? [];
  const payments = world?.gateway.ledger.journal().filter(isOwn) ?? [];
  const shipping = world?.carrier.ledger.journal().filter(isOwn) ?? [];
  const published = messages.published().filter(({ attributes }) => attributes['orderId'] === orderId);
  const ids = new Set(published.flatMap(({ attributes }) => attributes['notificationId'] ?? []));
  const letters = [...ids].flatMap((id) => messages.letters(id));
  const books = { held: sumOf(charges, held), refunding: sumOf(charges, ['refunding']), parcels: parcels.length };
  const fulfilled = executions.some(({ outcome }) => outcome === 'fulfilled');
  return {
    orderId,
    placed: withoutToken(fieldsOf(record['order'] ?? standing?.start.input)),
    lines: linesOf(fieldsOf(record['validation'])),
    executions: executions.map((entry) => ({ ...entry, ...redrivability(journal, entry, now) })),
    ...(world && {
      verdict: judgeBooks(books, seenTo(store, orderId), fulfilled),
      money: {
        charged: moneyText(charges, ['charged', 'refunding', 'refunded']),
        refunded: moneyText(charges, ['refunded']),
        held: moneyText(charges, held),
      },
    }),
    gateway: payments.map(bookLine),
    carrier: shipping.map(bookLine),
    messages: published,
    letters: letters.map(({ notificationId, to, subject, sentAt }) => ({ notificationId, to, subject, sentAt })),
    parked: messages
      .parked()
      .map(describeParked)
      .filter((notice) => notice.orderId === orderId),
    timeline: tellTimeline({ entries: executions, payments, parcels: shipping, letters }),
  };
}

const held: readonly ChargeRecord['status'][] = ['charged', 'refunding'];

/** Not shown to anybody: whoever has it may charge. */
function withoutToken({ paymentToken: _, ...placed }: Fields): Fields {
  return placed;
}

function linesOf({ lines }: Fields): DeskOrder['lines'] {
  const read = (Array.isArray(lines) ? lines : []).flatMap((line) => pricedLineSchema.safeParse(line).data ?? []);
  return read.map(({ sku, title, quantity, price }) => ({ sku, title, quantity, price: formatMoney(price) }));
}

function sumOf(charges: readonly ChargeRecord[], statuses: readonly ChargeRecord['status'][]): number {
  const counted = charges.filter(({ status }) => statuses.includes(status));
  return counted.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0);
}

/** The sums of each currency; `0.00` of none. */
function moneyText(charges: readonly ChargeRecord[], statuses: readonly ChargeRecord['status'][]): string {
  const amounts = charges.flatMap(({ amount, status }) =>
    amount ? { ...amount, amount: statuses.includes(status) ? amount.amount : 0 } : [],
  );
  const sums = sumsByCurrency(amounts);
  return sums.length === 0 ? '0.00' : sums.join(' + ');
}

type Entry =
  | ReturnType<SimulatedWorld['gateway']['ledger']['journal']>[number]
  | ReturnType<SimulatedWorld['carrier']['ledger']['journal']>[number];

function bookLine(entry: Entry): BookLine {
  const { at, kind, key } = entry;
  if (entry.kind === 'effect') return { at, kind, key, what: entry.effect };
  const answer = entry.fault ?? (entry.status === undefined ? undefined : String(entry.status));
  return { at, kind, key, what: entry.call, ...(answer !== undefined && { answer }) };
}
