import fc from 'fast-check';
import { createSwitchboard } from '../src/faults/switchboard.ts';
import { chargeRecord } from '../src/gateway/charge-record.ts';
import { paymentBook } from '../src/gateway/payment-book.ts';
import { PaymentLedger } from '../src/gateway/payment-ledger.ts';
import type { PaymentStore } from '../src/gateway/payment-row.ts';
import { readPaymentOperation } from '../src/gateway/read-payment-operation.ts';
import type { PlainRequest } from '../src/server/operation.ts';
import { type Ran, runOperation } from '../src/server/run-operation.ts';
import { aClock } from '../src/testing/a-clock.ts';
import { faultAt } from '../src/testing/fault-at.ts';

export const keysLiveMs = 10_000;

/** Something that happens to a gateway: a request, time that passes, or a fault that is switched on. */
export type PaymentEvent =
  | { readonly kind: 'request'; readonly request: PlainRequest }
  | { readonly kind: 'refund'; readonly order: number; readonly number: number; readonly cents: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'fault'; readonly fault: string };

const order = fc.integer({ min: 1, max: 2 });
/** Mostly the same amount, so that charges and refunds fit each other. */
const cents = fc.oneof({ weight: 5, arbitrary: fc.constant(500) }, { weight: 1, arbitrary: fc.constant(501) });
const faults = ['late', 'pending-forever', 'declined', 'lands-late', 'cut-after', 'unavailable', 'error-replayed'].map(
  (name) => `payment=${name}`,
);
faults.push(
  'refund=refund-async',
  'refund=refund-fails',
  'refund=refund-fails-late',
  'refund=lands-late',
  'refund=error-replayed',
);
faults.push('payment.void=lands-late', 'payment.block=lands-late', 'payment.find=error-after');

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const chargeKey = (of: number) => `order-${of}-charge`;

function request(method: string, path: string[], idempotencyKey?: string, body?: unknown): PaymentEvent {
  return { kind: 'request', request: { method, path, idempotencyKey, body } };
}

export const paymentEvent: fc.Arbitrary<PaymentEvent> = fc.oneof(
  fc.tuple(order, cents).map(([of, amount]) => {
    const key = chargeKey(of);
    return request('POST', ['charges'], key, { key, amount: euros(amount), method: 'PayPal', token: 'tok_secret' });
  }),
  order.map((of) => request('GET', ['charges', chargeKey(of)])),
  fc
    .tuple(order, fc.constantFrom('void', 'block'))
    .map(([of, action]) => request('PUT', ['charges', chargeKey(of), action])),
  fc.record({ kind: fc.constant('refund'), order, number: fc.integer({ min: 1, max: 3 }), cents }),
  fc.record({ kind: fc.constant('wait'), ms: fc.constantFrom(1, 500, 1_000, 6_000) }),
  fc.record({ kind: fc.constant('fault'), fault: fc.constantFrom(...faults).map((fault) => `${fault}:1`) }),
);

/** A gateway without its sockets. `openStore` may be called again, as when a process ends and another begins. */
export function paymentWorld(openStore: () => PaymentStore) {
  const clock = aClock();
  const switchboard = createSwitchboard();
  const open = () => new PaymentLedger(openStore(), { clock, keysLiveMs, settlesAfterMs: 1_000, readsLagMs: 0 });
  let ledger = open();

  function send(plain: PlainRequest): Ran {
    const operation = readPaymentOperation(ledger, switchboard)(plain);
    if (operation === undefined || 'problem' in operation) throw new Error(JSON.stringify({ plain, operation }));
    return runOperation(operation, { layer: 'gateway', ledger, switchboard });
  }

  return {
    clock,
    book: () => paymentBook(ledger),
    /** All that is known about it. */
    state: () => ({ charges: ledger.charges().map(chargeRecord), journal: ledger.journal() }),
    happen(event: PaymentEvent): Ran | undefined {
      if (event.kind === 'wait') return void clock.advance(event.ms);
      if (event.kind === 'fault') return void switchboard.add(faultAt(event.fault));
      if (event.kind === 'request') return send(event.request);
      const key = chargeKey(event.order);
      const charge = ledger.find(key);
      const chargeId = typeof charge === 'string' ? 'ch_none' : charge.id;
      const body = { chargeKey: key, chargeId, amount: euros(event.cents) };
      const idempotencyKey = `order-${event.order}-refund-${event.number}`;
      return send({ method: 'POST', path: ['refunds'], idempotencyKey, body });
    },
    reopen() {
      ledger.close();
      ledger = open();
    },
    close: () => ledger.close(),
  };
}
