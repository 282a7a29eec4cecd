import type { Mutant } from './mutant.ts';

const booking = 'packages/shipping/src/book-shipment.ts';
const cancelling = 'packages/shipping/src/ensure-no-shipment.ts';

/** Ways to send a parcel twice, or one that nobody pays. */
export const mutantsOfShipping: readonly Mutant[] = [
  {
    name: 'the key of a shipment has a random part',
    breaks: 'one charge, one shipment',
    file: 'packages/shipping/src/idempotency-key.ts',
    text: "operationKey(orderId, 'ship')",
    becomes: 'operationKey(orderId, `ship-${Math.random()}`)',
  },
  {
    name: 'a shipment is booked without asking by key first',
    breaks: 'one charge, one shipment',
    file: booking,
    text: 'const found = await carrier.find(shipment);',
    becomes: "const found = { outcome: 'none' } as CarrierAnswer;",
  },
  {
    name: 'a refused parcel is taken for a carrier that is down',
    breaks: 'the record says what happened',
    file: booking,
    text: 'new ShipmentRefused([refusalSentence(answer.reason)])',
    becomes: 'new CarrierUnavailable(refusalSentence(answer.reason))',
  },
  {
    name: 'a booking of unknown outcome is taken for refused',
    breaks: 'nothing held unless shipped',
    file: booking,
    text: 'new ShipmentOutcomeUnknown(`${key}: ${answer.detail}; the shipment may be booked.`)',
    becomes: "new ShipmentRefused(['The shipment did not work.'])",
  },
  {
    name: 'a parcel that has departed is taken for cancelled',
    breaks: 'nothing held unless shipped',
    file: cancelling,
    text: "return leave({ status: 'on-its-way', standing: shipmentReceipt(answer, address?.country), settledAt });",
    becomes: "return leave({ status: 'cancelled', shipmentId: answer.shipmentId, settledAt });",
  },
  {
    name: 'the cancellation trusts that there is no shipment, and does not block its key',
    breaks: 'nothing held unless shipped',
    file: cancelling,
    text: "return { kind: 'block', shipment };",
    becomes: "return leave({ status: 'never-booked', settledAt });",
  },
  {
    name: 'a booked shipment is taken for cancelled without cancelling it',
    breaks: 'nothing held unless shipped',
    file: cancelling,
    text: "return { kind: 'cancel', cancellation: { key: cancelKey(input.order.orderId), shipmentId, shipment } };",
    becomes: "return leave({ status: 'cancelled', shipmentId, settledAt });",
  },
  {
    name: 'the shipment of an earlier execution is cancelled',
    breaks: 'nothing held unless shipped',
    file: cancelling,
    text: 'if (ofEarlierExecution(bookedAt, input.execution))',
    becomes: 'if (bookedAt === undefined)',
  },
  {
    name: 'a cancellation of unknown outcome is taken for done',
    breaks: 'nothing held unless shipped',
    file: cancelling,
    text: 'return fail(unsettled(input, answer.detail));',
    becomes: "return leave({ status: 'never-booked', settledAt });",
  },
  {
    name: 'the service that was booked is not held against the one that was ordered',
    breaks: 'the record says what happened',
    file: 'packages/shipping/src/shipment-mismatch.ts',
    text: 'if (booked === ordered) return;',
    becomes: 'if (booked === ordered || key) return;',
  },
];
