import { formatMoney } from '@order-workflow/order-domain';
import type { NotifiableRecord } from '../../notifiable-record.ts';

/** The order's lines and their total as a paragraph; nothing when the order was never priced. */
export function orderLines({ validation }: NotifiableRecord): readonly string[] {
  if (!validation) return [];
  const lines = validation.lines.map(({ quantity, title, price }) => `  ${quantity} x ${title}: ${formatMoney(price)}`);
  return [[...lines, `  Total: ${formatMoney(validation.total)}`].join('\n')];
}
