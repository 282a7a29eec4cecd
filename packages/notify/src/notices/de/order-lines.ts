import type { NotifiableRecord } from '../../notifiable-record.ts';
import { germanMoney } from './in-german.ts';

/** The order's lines and their total as a paragraph; nothing when the order was never priced. */
export function orderLines({ validation }: NotifiableRecord): readonly string[] {
  if (!validation) return [];
  const lines = validation.lines.map(({ quantity, title, price }) => `  ${quantity} x ${title}: ${germanMoney(price)}`);
  return [[...lines, `  Summe: ${germanMoney(validation.total)}`].join('\n')];
}
