import { isJsonObject } from '../json/json-object.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable-text.ts';

const mostItems = 4;

/** The head of the show: which order this is. It may be any JSON value. */
export function renderOrder(order: unknown, paint: Paint): readonly string[] {
  if (!isJsonObject(order)) return ['', `  ${paint.strong('An input that is not an order')}`, ''];
  const { orderId, customerEmail, paymentMethod, items } = order;
  const lines = Array.isArray(items) ? items.filter(isJsonObject) : [];
  const basket = lines.slice(0, mostItems).map(({ sku, quantity }) => `${shown(quantity)} × ${shown(sku)}`);
  if (lines.length > mostItems) basket.push(`${lines.length - mostItems} more`);
  const facts = [basket.join(', '), shown(paymentMethod), shown(customerEmail)].filter((fact) => fact !== '');
  return [
    '',
    `  ${paint.strong(`Order ${shown(orderId) || 'without an id'}`)}`,
    // A cancellation is of an order that stands elsewhere.
    ...(facts.length > 0 ? [`  ${paint.quiet(facts.join(' · '))}`] : []),
    '',
  ];
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? printable(String(value)).slice(0, 64) : '';
}
