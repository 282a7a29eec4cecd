import type { Mutant } from './mutant.ts';

const breaks = 'the world hears what the order says';
const prices = 'packages/validate/src/price-lines.ts';
const notice = 'packages/notify/src/compose-notice.ts';
const lines = 'packages/notify/src/notices/order-lines.ts';
const fulfilled = 'packages/notify/src/notices/fulfilled.ts';

/** Ways to reckon wrongly what an order costs and weighs, and to tell the customer something else than what happened. */
export const mutantsOfReckoning: readonly Mutant[] = [
  {
    name: 'prices are rounded to ten minor units',
    ...{ breaks, file: prices },
    text: 'price: timesMoney(unitPrice, quantity),',
    becomes: 'price: timesMoney({ amount: Math.round((unitPrice.amount * quantity) / 10), currency }, 10),',
  },
  {
    name: 'an order weighs one piece a line',
    ...{ breaks, file: prices },
    text: 'grams + line.unitWeight * line.quantity',
    becomes: 'grams + line.unitWeight',
  },
  {
    name: 'of two lines of the same SKU only the first counts',
    ...{ breaks, file: 'packages/validate/src/basket.ts' },
    text: 'quantity: quantity + (before?.quantity ?? 0),',
    becomes: 'quantity: before?.quantity ?? quantity,',
  },
  {
    name: 'every currency is written with two digits',
    ...{ breaks, file: 'packages/order-domain/src/money.ts' },
    text: 'const exponent = currencyExponent(currency);',
    becomes: 'const exponent = currencyExponent(currency) && 2;',
  },
  {
    name: 'the notice totals the first line',
    ...{ breaks, file: lines },
    text: '  Total: ${formatMoney(validation.total)}',
    becomes: '  Total: ${formatMoney(validation.lines[0]?.price ?? validation.total)}',
  },
  {
    name: 'the notice lists one piece a line',
    ...{ breaks, file: lines },
    text: '  ${quantity} x ${title}',
    becomes: '  ${Math.min(quantity, 1)} x ${title}',
  },
  {
    name: 'the notice names the carrier for the tracking number',
    ...{ breaks, file: fulfilled },
    text: 'Tracking number: ${trackingNumber}',
    becomes: 'Tracking number: ${trackingNumber && carrier}',
  },
  {
    name: 'the notice promises another day',
    ...{ breaks, file: fulfilled },
    text: 'should arrive on ${estimatedDelivery}',
    becomes: 'should arrive on ${estimatedDelivery.replace(/\\d$/, (digit) => String(9 - Number(digit)))}',
  },
  {
    name: 'the notice says that another amount was refunded',
    ...{ breaks, file: 'packages/notify/src/notices/refunded.ts' },
    text: 'refund?.amount ?? validation?.total',
    becomes: 'validation?.lines[0]?.price ?? validation?.total',
  },
  {
    name: 'the notice goes to the shop',
    ...{ breaks, file: notice },
    text: '...(customerEmail !== undefined && { customerEmail }),',
    becomes: "...(customerEmail !== undefined && { customerEmail: 'shop@example.com' }),",
  },
  {
    name: 'the notice greets by the address',
    ...{ breaks, file: notice },
    text: '`Hello ${customerName},`',
    becomes: '`Hello ${customerName && customerEmail},`',
  },
  {
    name: 'the id of a notice does not say the outcome',
    ...{ breaks, file: notice },
    text: '`notice-${record.outcome}`',
    becomes: "'notice'",
  },
  {
    name: 'a redriven execution takes its own charge for an earlier one',
    breaks: 'nothing held unless shipped',
    file: 'infra/src/composition/record-expressions.ts',
    text: "startedAt: '$states.context.Execution.StartTime',",
    becomes:
      "startedAt: '($exists($states.context.Execution.RedriveTime) ? $states.context.Execution.RedriveTime : $states.context.Execution.StartTime)',",
  },
];
