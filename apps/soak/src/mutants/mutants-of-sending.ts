import type { Mutant } from './mutant.ts';

const breaks = 'the world hears what the order says';
const charge = 'packages/payment/src/payable-order.ts';
const gateway = 'packages/payment/src/adapters/http-payment-gateway.ts';
const shipment = 'packages/shipping/src/shippable-order.ts';
const carrier = 'packages/shipping/src/adapters/http-carrier.ts';
const exchange = 'packages/order-domain/src/adapters/exchange-json.ts';
const contents = 'contents: lines.map(({ sku, quantity }) => ({ sku, quantity })),';

/** Ways to ask gateway and carrier for something else than was ordered, and to misread what they answer. */
export const mutantsOfSending: readonly Mutant[] = [
  {
    name: 'every order is charged in euro',
    ...{ breaks, file: charge },
    text: 'amount: validation.total,',
    becomes: "amount: { ...validation.total, currency: 'EUR' },",
  },
  {
    name: 'every order is charged to a credit card',
    ...{ breaks, file: charge },
    text: 'method, ...(token',
    becomes: "method: 'CreditCard', ...(token",
  },
  {
    name: 'the payment token is not handed on',
    ...{ breaks, file: charge },
    text: '...(token !== undefined && { token })',
    becomes: "...(token === '' && { token })",
  },
  {
    name: 'a conflict without a body is taken for blocked by the gateway',
    ...{ breaks, file: gateway },
    text: '    case 409:\n      return charge ?? unreadable(status);',
    becomes: "    case 409:\n      return charge ?? (status === 409 ? { outcome: 'blocked' } : unreadable(status));",
  },
  {
    name: 'a refund goes out in euro',
    ...{ breaks, file: gateway },
    text: 'const body = { chargeId, amount, chargeKey: charge.key };',
    becomes: "const body = { chargeId, amount: { ...amount, currency: 'EUR' }, chargeKey: charge.key };",
  },
  {
    name: 'a refund goes out under the key of its charge',
    ...{ breaks, file: gateway },
    text: "path: 'refunds', idempotencyKey: key, body",
    becomes: "path: 'refunds', idempotencyKey: charge.key, body",
  },
  {
    name: 'a refund is a cent too small',
    ...{ breaks, file: 'packages/payment/src/ensure-nothing-held.ts' },
    text: 'failedRefunds), chargeId, amount, charge };',
    becomes: 'failedRefunds), chargeId, amount: { ...amount, amount: amount.amount - 1 }, charge };',
  },
  {
    name: 'the carrier hears of ten lines at most',
    ...{ breaks, file: shipment },
    text: contents,
    becomes: 'contents: lines.slice(0, 10).map(({ sku, quantity }) => ({ sku, quantity })),',
  },
  {
    name: 'the carrier hears of one piece a line',
    ...{ breaks, file: shipment },
    text: contents,
    becomes: 'contents: lines.map(({ sku }) => ({ sku, quantity: 1 })),',
  },
  {
    name: 'the carrier hears of the lines in another sequence',
    ...{ breaks, file: shipment },
    text: contents,
    becomes: 'contents: lines.map(({ sku, quantity }) => ({ sku, quantity })).toReversed(),',
  },
  {
    name: 'the carrier hears the quantities of other articles',
    ...{ breaks, file: shipment },
    text: contents,
    becomes: "contents: lines.map(({ quantity }, at) => ({ sku: lines.at(-1 - at)?.sku ?? '', quantity })),",
  },
  {
    name: 'the second line and the region of an address are dropped',
    ...{ breaks, file: shipment },
    text: 'filter(([, value]) => value !== undefined)',
    becomes: "filter(([field, value]) => value !== undefined && field !== 'line2' && field !== 'region')",
  },
  {
    name: 'a parcel is addressed to nobody by name',
    ...{ breaks, file: shipment },
    text: '...(name !== undefined && { name }),',
    becomes: "...(name === '' && { name }),",
  },
  {
    name: 'the carrier cannot telephone',
    ...{ breaks, file: shipment },
    text: '...(phone !== undefined && { phone })',
    becomes: "...(phone === '' && { phone })",
  },
  {
    name: 'every parcel goes by the service for its own country',
    ...{ breaks, file: shipment },
    text: 'country: address?.country',
    becomes: "country: address && 'DE'",
  },
  {
    name: 'a conflict without a body is taken for blocked by the carrier',
    ...{ breaks, file: carrier },
    text: 'return readShipmentBody(body, key) ?? unreadable(status);',
    becomes: "return readShipmentBody(body, key) ?? (status === 409 ? { outcome: 'blocked' } : unreadable(status));",
  },
  {
    name: 'a cancellation names its own key for that of the shipment',
    ...{ breaks, file: carrier },
    text: 'shipmentKey: shipment.key',
    becomes: 'shipmentKey: key.concat(shipment.service)',
  },
  {
    name: 'a call is waited for three times as long',
    ...{ breaks, file: exchange },
    text: 'AbortSignal.timeout(timeoutMs)',
    becomes: 'AbortSignal.timeout(timeoutMs * 3)',
  },
  {
    name: 'the credential is shown without its scheme',
    ...{ breaks, file: exchange },
    text: 'authorization: `Bearer ${token}`',
    becomes: 'authorization: token',
  },
];
