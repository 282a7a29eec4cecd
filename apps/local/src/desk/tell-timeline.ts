import { formatMoney } from '@order-workflow/order-domain';
import type { CarrierEntry, PaymentEntry } from '@order-workflow/simulators';
import type { CustomerLetter } from '../messages/message-log.ts';
import { cancellationError } from '../orders/cancelled-since.ts';
import type { DeskEntry } from './desk-entry.ts';

/** Something that happened to an order, in the words of the business. `at`: milliseconds since the epoch. */
export interface TimelineEvent {
  readonly at: number;
  readonly words: string;
  /** Whose word it is. */
  readonly by: 'workflow' | 'gateway' | 'carrier' | 'letters';
  readonly tone: 'idle' | 'run' | 'good' | 'warn' | 'bad';
}

interface Told {
  readonly entries: readonly DeskEntry[];
  readonly payments: readonly PaymentEntry[];
  readonly parcels: readonly CarrierEntry[];
  readonly letters: readonly CustomerLetter[];
}

/** What happened to an order, the oldest first: by its executions, by the books of gateway and carrier, and by its letters. */
export function tellTimeline({ entries, payments, parcels, letters }: Told): readonly TimelineEvent[] {
  const executions = entries.map(ofExecution);
  // What happened at one moment happened between the beginning and what came of it.
  return [
    ...executions.map(([begun]) => begun),
    ...payments.flatMap(ofGateway),
    ...parcels.flatMap(ofCarrier),
    ...letters.map(({ sentAt, subject }) =>
      told(Date.parse(sentAt), 'letters', 'good', `Letter to the customer: ${subject}`),
    ),
    ...executions.map(([, end]) => end),
  ].sort((one, other) => one.at - other.at);
}

function told(at: number, by: TimelineEvent['by'], tone: TimelineEvent['tone'], words: string): TimelineEvent {
  return { at, by, tone, words };
}

/** Its beginning, and where it is or what came of it. */
function ofExecution(entry: DeskEntry): readonly [TimelineEvent, TimelineEvent] {
  const {
    of,
    attempt,
    startedAt,
    stoppedAt,
    status,
    outcome,
    state = 'its first state',
    error,
    failures,
    notTold,
  } = entry;
  const what = of === 'cancellations' ? 'Cancellation' : attempt === undefined ? 'Execution' : `Attempt ${attempt}`;
  const begun = told(
    startedAt,
    'workflow',
    'idle',
    of === 'cancellations' ? 'Cancellation asked for' : `${what} begins`,
  );
  if (stoppedAt === undefined) {
    const tries = failures === 0 ? '' : `, after ${failures} failed ${failures === 1 ? 'try' : 'tries'}`;
    return [begun, told(entry.enteredAt ?? startedAt, 'workflow', 'run', `${what} is at ${state}${tries}`)];
  }
  if (status === 'SUCCEEDED') {
    const untold = notTold ? '; the customer was not told, the notice is parked' : '';
    return [
      begun,
      told(stoppedAt, 'workflow', notTold ? 'warn' : 'good', `${what} ends: ${outcome ?? 'done'}${untold}`),
    ];
  }
  if (error === cancellationError)
    return [begun, told(stoppedAt, 'workflow', 'idle', `${what} is stopped by its cancellation`)];
  return [begun, told(stoppedAt, 'workflow', 'bad', `${what} stands at ${state}: ${error ?? status}`)];
}

const gatewayWords: Readonly<
  Record<Extract<PaymentEntry, { kind: 'effect' }>['effect'], readonly [string, TimelineEvent['tone']]>
> = {
  charged: ['charged', 'good'],
  pending: ['is pending', 'run'],
  declined: ['declined', 'warn'],
  refunding: ['on its way back', 'run'],
  refunded: ['refunded', 'warn'],
  voided: ['voided', 'warn'],
  blocked: ['no charge will be taken any more', 'idle'],
  'refund-failed': ['refund failed: the money is held again', 'bad'],
};

function ofGateway(entry: PaymentEntry): readonly TimelineEvent[] {
  if (entry.kind === 'call') return [];
  const [words, tone] = gatewayWords[entry.effect];
  return [
    told(
      Date.parse(entry.at),
      'gateway',
      tone,
      entry.amount ? `${formatMoney(entry.amount)} ${words}` : capital(words),
    ),
  ];
}

const carrierWords: Readonly<
  Record<Extract<CarrierEntry, { kind: 'effect' }>['effect'], readonly [string, TimelineEvent['tone']]>
> = {
  booked: ['Parcel booked', 'good'],
  departed: ['Parcel on its way', 'good'],
  refused: ['Parcel refused', 'warn'],
  cancelled: ['Parcel cancelled', 'warn'],
  blocked: ['No parcel will be taken any more', 'idle'],
};

function ofCarrier(entry: CarrierEntry): readonly TimelineEvent[] {
  if (entry.kind === 'call') return [];
  const [words, tone] = carrierWords[entry.effect];
  return [told(Date.parse(entry.at), 'carrier', tone, words)];
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
