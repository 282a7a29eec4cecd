import type { Mutant } from './mutant.ts';
import { replace } from './operators.ts';

const breaks = 'the world hears what the order says';
const charge = { breaks, in: 'chargeRequest' } as const;
const gateway = { breaks, in: 'httpPaymentGateway' } as const;
const shipment = { breaks, in: 'shipmentRequest' } as const;
const carrier = { breaks, in: 'httpCarrier' } as const;
const exchange = { breaks, in: 'exchangeJson' } as const;
const orBlocked = replace((unknown) => `(status === 409 ? { kind: 'blocked' } : ${unknown})`);

/** Ways to ask gateway and carrier for something else than was ordered, and to misread what they answer. */
export const mutantsOfSending: readonly Mutant[] = [
  {
    name: 'every order is charged in euro',
    ...charge,
    at: 'property amount',
    operator: replace((amount) => `{ ...${amount}, currency: 'EUR' }`),
  },
  {
    name: 'every order is charged to a credit card',
    ...charge,
    at: 'property method',
    operator: replace("'CreditCard'"),
  },
  {
    name: 'the payment token is not handed on',
    ...charge,
    at: 'condition token',
    operator: replace("token === ''"),
  },
  {
    name: 'a conflict without a body is taken for blocked by the gateway',
    ...gateway,
    at: 'case 409 > call unreadable',
    operator: orBlocked,
  },
  {
    name: 'a refund goes out in euro',
    ...gateway,
    at: 'function refund > property amount',
    operator: replace((amount) => `{ ...${amount}, currency: 'EUR' }`),
  },
  {
    name: 'a refund goes out under the key of its charge',
    ...gateway,
    at: 'function refund > property idempotencyKey',
    operator: replace('charge.key'),
  },
  {
    name: 'a refund is a cent too small',
    breaks,
    in: 'ensureNothingHeld',
    at: 'const refund > property amount',
    operator: replace((amount) => `{ ...${amount}, amount: ${amount}.amount - 1 }`),
  },
  {
    name: 'the carrier hears of ten lines at most',
    ...shipment,
    at: 'property contents > use lines',
    operator: replace((lines) => `${lines}.slice(0, 10)`),
  },
  {
    name: 'the carrier hears of one piece a line',
    ...shipment,
    at: 'property contents > property quantity',
    operator: replace('1'),
  },
  {
    name: 'the carrier hears of the lines in another sequence',
    ...shipment,
    at: 'property contents',
    operator: replace((contents) => `${contents}.toReversed()`),
  },
  {
    name: 'the carrier hears the quantities of other articles',
    ...shipment,
    at: 'property contents',
    operator: replace("lines.map(({ quantity }, at) => ({ sku: lines.at(-1 - at)?.sku ?? '', quantity }))"),
  },
  {
    name: 'the second line and the region of an address are dropped',
    ...shipment,
    at: 'argument 1 of filter',
    operator: replace("([field, value]) => value !== undefined && field !== 'line2' && field !== 'region'"),
  },
  {
    name: 'a parcel is addressed to nobody by name',
    ...shipment,
    at: 'condition name',
    operator: replace("name === ''"),
  },
  {
    name: 'the carrier cannot telephone',
    ...shipment,
    at: 'condition phone',
    operator: replace("phone === ''"),
  },
  {
    name: 'every parcel goes by the service for its own country',
    ...shipment,
    at: 'property country',
    operator: replace("address && 'DE'"),
  },
  {
    name: 'a conflict without a body is taken for blocked by the carrier',
    ...carrier,
    at: 'return readShipmentBody > call unreadable',
    operator: orBlocked,
  },
  {
    name: 'a cancellation names its own key for that of the shipment',
    ...carrier,
    at: 'property shipmentKey',
    operator: replace('key.concat(shipment.service)'),
  },
  {
    name: 'a call is waited for three times as long',
    ...exchange,
    at: 'argument 1 of timeout',
    operator: replace((limit) => `${limit} * 3`),
  },
  {
    name: 'the credential is shown without its scheme',
    ...exchange,
    at: 'property authorization',
    operator: replace('token'),
  },
  {
    name: 'a request may be worked on when its key is long forgotten',
    ...exchange,
    at: 'const validForMs',
    operator: replace((halfADay) => `${halfADay} * 4`),
  },
  {
    name: 'a request says by the clock of this machine until when it may be worked on',
    ...exchange,
    at: 'argument 1 of notAfter',
    operator: replace('0'),
  },
];
