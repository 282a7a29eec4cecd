import type { Mutant } from './mutant.ts';
import { replace } from './operators.ts';

const breaks = 'the world hears what the order says';
const prices = { breaks, in: 'priceLines' } as const;
const notice = { breaks, in: 'composeNotice' } as const;
const lines = { breaks, in: 'en/orderLines' } as const;
const fulfilled = { breaks, in: 'en/fulfilled' } as const;

/** Ways to reckon wrongly what an order costs and weighs, and to tell the customer something else than what happened. */
export const mutantsOfReckoning: readonly Mutant[] = [
  {
    name: 'prices are rounded to ten minor units',
    ...prices,
    at: 'property price',
    operator: replace('timesMoney({ amount: Math.round((unitPrice.amount * quantity) / 10), currency }, 10)'),
  },
  {
    name: 'an order weighs one piece a line',
    ...prices,
    at: 'property weight > use quantity',
    operator: replace('1'),
  },
  {
    name: 'of two lines of the same SKU only the first counts',
    breaks,
    in: 'readBasket',
    at: 'property quantity',
    operator: replace('before?.quantity ?? quantity'),
  },
  {
    name: 'every currency is written with two digits',
    breaks,
    in: 'formatMoney',
    at: 'const exponent',
    operator: replace((digits) => `${digits} && 2`),
  },
  {
    name: 'the notice totals the first line',
    ...lines,
    at: 'use total',
    operator: replace((total) => `validation.lines[0]?.price ?? ${total}`),
  },
  {
    name: 'the notice lists one piece a line',
    ...lines,
    at: 'use quantity',
    operator: replace((quantity) => `Math.min(${quantity}, 1)`),
  },
  {
    name: 'the notice names the carrier for the tracking number',
    ...fulfilled,
    at: 'use trackingNumber',
    operator: replace((number) => `${number} && carrier`),
  },
  {
    name: 'the notice promises another day',
    ...fulfilled,
    at: 'template service > use estimatedDelivery',
    operator: replace((day) => `${day}.replace(/\\d$/, (digit) => String(9 - Number(digit)))`),
  },
  {
    name: 'the notice says that another amount was refunded',
    breaks,
    in: 'en/moneyBack',
    at: 'const held > use amount',
    operator: replace('validation?.lines[0]?.price'),
  },
  {
    name: 'the notice goes to the shop',
    ...notice,
    at: 'property customerEmail',
    operator: replace("'shop@example.com'"),
  },
  {
    name: 'the notice greets by the address',
    ...notice,
    at: 'argument 1 of greeting',
    operator: replace((name) => `${name} && customerEmail`),
  },
  {
    name: 'the id of a notice does not say the outcome',
    ...notice,
    at: 'argument 2 of operationKey',
    operator: replace("'notice'"),
  },
  {
    name: 'a redriven execution takes its own charge for an earlier one',
    breaks: 'nothing held unless shipped',
    in: 'recordAndExecution',
    at: 'property startedAt',
    operator: replace(
      "'($exists($states.context.Execution.RedriveTime) ? $states.context.Execution.RedriveTime : $states.context.Execution.StartTime)'",
    ),
  },
];
