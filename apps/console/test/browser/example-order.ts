import { readFileSync } from 'node:fs';

const examples = new URL('../../../../examples/orders/', import.meta.url);

/** An order of the repository's examples, as text. */
export function exampleOrder(name: string): string {
  return readFileSync(new URL(`${name}.json`, examples), 'utf8');
}

const sample = JSON.parse(exampleOrder('sample')) as Record<string, unknown>;

/** The sample order under another id. */
export function orderCalled(orderId: string, changed: Record<string, unknown> = {}): string {
  return JSON.stringify({ ...sample, ...changed, orderId });
}
