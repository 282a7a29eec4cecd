import type { Mutant } from './mutant.ts';
import { replace } from './operators.ts';

const cancelling = { breaks: 'nothing held unless shipped', in: 'ensureNoShipment' } as const;
const takenForCancelled = replace("leave({ status: 'cancelled', shipmentId: answer.shipmentId, settledAt })");
const takenForNever = replace("leave({ status: 'never-booked', settledAt })");

/** Ways to send a parcel twice, or one that nobody pays. */
export const mutantsOfShipping: readonly Mutant[] = [
  {
    name: 'the key of a shipment has a random part',
    breaks: 'one charge, one shipment',
    in: 'shipKey',
    at: 'function shipKey > argument 2 of operationKey',
    operator: replace('`ship-${Math.random()}`'),
  },
  {
    name: 'a shipment is booked without asking by key first',
    breaks: 'one charge, one shipment',
    in: 'bookShipment',
    at: 'const found',
    operator: replace("{ kind: 'none' } as CarrierAnswer"),
  },
  {
    name: 'a refused parcel is taken for a carrier that is down',
    breaks: 'the record says what happened',
    in: 'bookShipment',
    at: 'case refused > call ShipmentRefused',
    operator: replace('new CarrierUnavailable(refusalSentence(answer.reason))'),
  },
  {
    name: 'a booking of unknown outcome is taken for refused',
    breaks: 'nothing held unless shipped',
    in: 'bookShipment',
    at: 'case unknown > call ShipmentOutcomeUnknown',
    operator: replace("new ShipmentRefused(['The shipment did not work.'])"),
  },
  {
    name: 'a parcel that has departed is taken for cancelled',
    ...cancelling,
    at: 'case departed > return',
    operator: takenForCancelled,
  },
  {
    name: 'the cancellation trusts that there is no shipment, and does not block its key',
    ...cancelling,
    at: 'case none > return',
    operator: takenForNever,
  },
  {
    name: 'a booked shipment is taken for cancelled without cancelling it',
    ...cancelling,
    at: 'case booked > return cancellation',
    operator: takenForCancelled,
  },
  {
    name: 'the shipment of an earlier execution is cancelled',
    ...cancelling,
    at: 'condition ofEarlierExecution',
    operator: replace('bookedAt === undefined'),
  },
  {
    name: 'a cancellation of unknown outcome is taken for done',
    ...cancelling,
    at: 'case unknown > return',
    operator: takenForNever,
  },
  {
    name: 'the service that was booked is not held against the one that was ordered',
    breaks: 'the record says what happened',
    in: 'ensureSameService',
    at: 'condition booked',
    operator: replace((same) => `${same} || key`),
  },
];
