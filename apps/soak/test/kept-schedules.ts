import type { Schedule } from '../src/schedule.ts';

/** Schedules that broke a promise once, and are run each time since. */
export const keptSchedules: readonly Schedule[] = [
  // Stopped while its last function closed the order, whose cancellation was put off for long: it was not redriven.
  {
    orders: [
      {
        contents: [
          {
            paymentMethod: 'CreditCard',
            customerEmail: 'test@example.com',
            items: [{ sku: 'SKU001', quantity: 1 }],
          },
        ],
        messages: [
          { at: 0, content: 0, stamped: false },
          { at: 6, content: 0, stamped: false },
        ],
        cancels: [{ during: 'long-after', at: 0, moment: 'before', laterMs: 0, times: 1, wrong: false }],
      },
    ],
    world: { gatewayAheadMs: -86_400_000, carrierAheadMs: 0, landsWithinMs: 5000, readsLagMs: 0 },
    faults: ['shipping=refused:1'],
    ambushes: [{ machine: 'orders', state: 'Refund Payment', nth: 1, fault: 'refund=throttled:1' }],
    scattered: [],
    stopFaults: [],
    events: [{ at: 6, what: 'stopped' }],
    hastyRedrive: false,
    redrives: 'together',
    seed: 1_426_847_614,
  },
  // The gateway took a refund and gave it up before the notice was out that said so.
  {
    orders: [
      {
        contents: [
          {
            paymentMethod: 'CreditCard',
            customerEmail: 'test@example.com',
            items: [{ sku: 'SKU001', quantity: 1 }],
          },
        ],
        messages: [{ at: 0, content: 0, stamped: false }],
        cancels: [{ during: 'working', at: 0, moment: 'before', laterMs: 3000, times: 1, wrong: false }],
      },
      {
        contents: [
          {
            paymentMethod: 'CreditCard',
            customerEmail: 'test@example.com',
            flaw: 'declined',
            items: [{ sku: 'SKU001', quantity: 1 }],
          },
        ],
        messages: [
          { at: 0, content: 0, stamped: false },
          { at: 1, content: 0, stamped: false },
        ],
        cancels: [],
      },
    ],
    world: { gatewayAheadMs: 0, carrierAheadMs: -86_400_000, landsWithinMs: 5000, readsLagMs: 3000 },
    faults: ['notify.read=error-after:8', 'refund=refund-fails-late:32', 'shipping=refused'],
    ambushes: [],
    scattered: [],
    stopFaults: [],
    events: [],
    hastyRedrive: false,
    redrives: 'together',
    seed: 6,
  },
  // A cancellation's last function died after it had closed the order, which was tried again before it was repeated.
  {
    world: { gatewayAheadMs: 0, carrierAheadMs: -86400000, landsWithinMs: 5000, readsLagMs: 3000 },
    scattered: [],
    stopFaults: [],
    events: [],
    hastyRedrive: false,
    redrives: 'together',
    seed: 2040509895,
    ambushes: [
      { machine: 'cancellations', state: 'Refund Payment', nth: 1, fault: 'payment.void=unavailable:1' },
      { machine: 'cancellations', state: 'Notify Customer', nth: 1, fault: 'notify=out-of-memory:1' },
    ],
    faults: ['payment=pending-forever:1'],
    orders: [
      {
        messages: [
          { at: 0, content: 0, stamped: false },
          { at: 1, content: 0, stamped: false },
        ],
        contents: [
          {
            paymentMethod: 'CreditCard',
            customerEmail: 'test@example.com',
            items: [
              { sku: 'SKU012', quantity: 1 },
              { sku: 'SKU016', quantity: 1 },
              { sku: 'SKU002', quantity: 1 },
              { sku: 'SKU010', quantity: 1 },
              { sku: 'SKU007', quantity: 1 },
              { sku: 'SKU011', quantity: 1 },
              { sku: 'SKU014', quantity: 1 },
              { sku: 'SKU001', quantity: 1 },
              { sku: 'SKU015', quantity: 1 },
              { sku: 'SKU009', quantity: 1 },
              { sku: 'SKU013', quantity: 1 },
              { sku: 'SKU008', quantity: 1 },
            ],
          },
        ],
        cancels: [{ during: 'working', at: 12, moment: 'before', laterMs: 3000, times: 1, wrong: false }],
      },
      {
        messages: [
          { at: 0, content: 0, stamped: false },
          { at: 19, content: 0, attempt: 2, stamped: false },
        ],
        contents: [
          { paymentMethod: 'CreditCard', customerEmail: 'test@example.com', items: [{ sku: 'SKU001', quantity: 1 }] },
        ],
        cancels: [{ during: 'working', at: 12, moment: 'before', laterMs: 3000, times: 1, wrong: false }],
      },
    ],
  },
  // Its first stage was invoked twice at once while the attempt before ended: one answer was duplicate, the other had the next attempt, which nobody worked on.
  {
    world: { gatewayAheadMs: 0, carrierAheadMs: -86400000, landsWithinMs: 5000, readsLagMs: 0 },
    scattered: [],
    stopFaults: [],
    events: [],
    hastyRedrive: false,
    redrives: 'together',
    seed: 520890186,
    ambushes: [
      { machine: 'orders', state: 'Await Refund', nth: 1, fault: 'refund.find=wrong-shape:2' },
      { machine: 'orders', state: 'Validate Order', nth: 2, fault: 'validate=invoked-twice:1' },
    ],
    faults: ['shipping=refused:1', 'refund=refund-async:1'],
    orders: [
      {
        messages: [
          { at: 0, content: 0, stamped: false },
          { at: 8, content: 0, attempt: 2, stamped: false },
        ],
        contents: [
          { paymentMethod: 'CreditCard', customerEmail: 'test@example.com', items: [{ sku: 'SKU001', quantity: 1 }] },
        ],
        cancels: [],
      },
    ],
  },
  // The same at an order that was rejected.
  {
    orders: [
      {
        contents: [
          {
            paymentMethod: 'CreditCard',
            customerEmail: 'test@example.com',
            flaw: 'invalid',
            items: [{ sku: 'SKU001', quantity: 1 }],
          },
        ],
        messages: [
          { at: 0, content: 0, stamped: false },
          { at: 2, content: 0, attempt: 2, stamped: false },
        ],
        cancels: [],
      },
    ],
    world: { gatewayAheadMs: -86400000, carrierAheadMs: 0, landsWithinMs: 600000, readsLagMs: 3000 },
    faults: ['validate=invoked-twice:2', 'validate.write=cut-after:2'],
    scattered: [],
    stopFaults: ['throttled'],
    events: [],
    hastyRedrive: false,
    redrives: 'together',
    seed: 1016660890,
    ambushes: [],
  },
];

/** Of the workflow with stock, likewise. */
export const keptWithStock: readonly Schedule[] = [
  // Two buyers of the last two pieces. One is cancelled while it finds them held; the other is declined and gives them back, and
  // only then does the first write that it went short: the judge called this untrue.
  {
    orders: [
      {
        contents: [
          { paymentMethod: 'CreditCard', customerEmail: 'test@example.com', items: [{ sku: 'SKU001', quantity: 2 }] },
        ],
        messages: [{ at: 0, content: 0, stamped: false }],
        cancels: [{ during: 'working', at: 1, moment: 'after', laterMs: 0, times: 1, wrong: false }],
      },
      {
        contents: [
          {
            paymentMethod: 'CreditCard',
            customerEmail: 'test@example.com',
            flaw: 'declined',
            items: [{ sku: 'SKU001', quantity: 2 }],
          },
        ],
        messages: [
          { at: 0, content: 0, stamped: false },
          { at: 9, content: 0, stamped: false },
        ],
        cancels: [{ during: 'working', at: 1, moment: 'before', laterMs: 3000, times: 1, wrong: false }],
      },
    ],
    world: { gatewayAheadMs: -86400000, carrierAheadMs: -86400000, landsWithinMs: 5000, readsLagMs: 0 },
    faults: [],
    scattered: [],
    stopFaults: [],
    events: [],
    hastyRedrive: false,
    redrives: 'together',
    seed: 1183030214,
    ambushes: [],
    pieces: 2,
  },
];
