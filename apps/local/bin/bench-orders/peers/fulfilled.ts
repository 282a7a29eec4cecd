import { readFileSync } from 'node:fs';

const sample: object = JSON.parse(
  readFileSync(new URL('../../../../../examples/orders/sample.json', import.meta.url), 'utf8'),
);

/** The sample order under an id of its own. */
export const orderUnder = (orderId: string): object => ({ ...sample, orderId });

export function ensureFulfilled(orderId: string, answer: { readonly status: number; readonly text: string }): void {
  if (answer.status === 200 && JSON.parse(answer.text).outcome === 'fulfilled') return;
  throw new Error(`The order ${orderId} was answered ${answer.status}: ${answer.text}`);
}
