import { isDeepStrictEqual } from 'node:util';
import { finding } from '../finding.ts';
import type { Lesson } from '../lesson.ts';
import { checkMachine, endingOf } from './check-machine.ts';

const orders = [
  { orderId: '12345', customerEmail: 'test@example.com', items: [{ sku: 'SKU001', quantity: 2 }] },
  { orderId: '7', customerEmail: 'ada@example.com', items: [{ sku: 'SKU002', quantity: 1 }] },
];

/** Lesson 3: the payment is told no more than it needs, and nothing is lost. */
export const checkWhatFlows: Lesson['check'] = ({ folder }) =>
  checkMachine(folder, async (run) => {
    const found = orders.map(async (order, index) => {
      const told: unknown[] = [];
      const [total, charge] = [1999 * (index + 1), `ch_${order.orderId}`];
      const ended = await run(order, {
        ValidateOrderFunction: () => ({ total }),
        ProcessPaymentFunction: (event) => {
          told.push(event);
          return { charge };
        },
      });
      const needs = { orderId: order.orderId, amount: total };
      const expected = { ...order, validation: { total }, payment: { charge } };
      return [
        finding(
          `of order ${order.orderId} ProcessPaymentFunction is told ${JSON.stringify(needs)}`,
          isDeepStrictEqual(told, [needs]),
          told.length === 0 ? 'it is not called' : `it is told ${told.map((one) => JSON.stringify(one)).join(', ')}`,
        ),
        finding(
          `of order ${order.orderId} the output has the order, its validation and its payment`,
          isDeepStrictEqual({ ...(ended.output as object | undefined) }, expected),
          endingOf(ended),
        ),
      ];
    });
    return (await Promise.all(found)).flat();
  });
