import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleOrder, orderCalled } from './example-order.ts';
import { runOrder } from './order-command.ts';

/** How many orders were fulfilled: more than a page of the list shows. */
const fulfilled = 30;

/**
 * Makes a data folder in which many orders were fulfilled (`many-1` to `many-30`), one was refunded (`shipment-refused`), one
 * stands at Refund Payment because of a defect there (`stuck`), and of one the customer was not told (`untold`). Nothing is wrong with it any more.
 * Gives its path.
 */
export async function placeOrders(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'order-console-'));
  // More at once would only start more functions, which take the machine from each other.
  const place = ['place', '-', '--json', '--fast-forward', '--concurrency', '2', '--data', data];
  const many = Array.from({ length: fulfilled }, (_, index) => orderCalled(`many-${index + 1}`));
  await runOrder(place, [...many, exampleOrder('shipment-refused').replaceAll('\n', ' ')].join('\n'));
  await runOrder([...place, '--fault', 'shipping=refused', '--fault', 'refund=defect'], orderCalled('stuck'));
  await runOrder([...place, '--fault', 'notify=down'], orderCalled('untold', { customerEmail: 'untold@example.com' }));
  return data;
}
