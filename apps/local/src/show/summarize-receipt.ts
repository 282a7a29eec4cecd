import { formatMoney, moneySchema } from '@order-workflow/order-domain';
import { isJsonObject } from '../json/json-object.ts';

type Receipt = Readonly<Record<string, unknown>>;

const mostLines = 2;
const mostFields = 3;

/** The receipts that this app knows how to put into words; each gives its parts, most telling first. */
const words: Readonly<Record<string, (receipt: Receipt) => readonly unknown[]>> = {
  validation: ({ lines, total }) => [...productLines(lines), money(total)],
  payment: ({ status, amount, chargeId }) =>
    status === 'nothing-charged' ? ['nothing to pay'] : [`charged ${money(amount) ?? ''}`, chargeId],
  shipment: ({ service, carrier, trackingNumber, estimatedDelivery }) => [
    `${service} with ${carrier}`,
    trackingNumber,
    estimatedDelivery && `${service === 'Pickup' ? 'ready' : 'arrives'} ${estimatedDelivery}`,
  ],
  notification: ({ status }) => [status === 'parked' ? 'notice parked, to be sent later' : `notice ${status}`],
  refund: ({ status, amount, refundId }) => [
    status === 'nothing-held' ? 'nothing was held' : `${status} ${money(amount) ?? ''}`,
    refundId,
  ],
  cancellation: ({ status }) => [
    { cancelled: 'shipment cancelled', 'never-booked': 'nothing was booked', 'on-its-way': 'already on its way' }[
      String(status)
    ] ?? status,
  ],
};

/** What a step left in the record, as short parts; what this app has no words for is shown by its first fields. */
export function summarizeReceipt(key: string, receipt: unknown): readonly string[] {
  if (!isJsonObject(receipt)) return [`${key} ${String(receipt)}`];
  const parts = words[key]?.(receipt) ?? firstFields(receipt);
  return parts.filter((part) => typeof part === 'string' && part !== '').map((part) => String(part).trim());
}

function firstFields(receipt: Receipt): readonly string[] {
  return Object.entries(receipt)
    .flatMap(([name, value]) => {
      const text = money(value) ?? (typeof value === 'object' ? undefined : String(value));
      return text === undefined ? [] : [`${name} ${text}`];
    })
    .slice(0, mostFields);
}

function productLines(lines: unknown): readonly string[] {
  if (!Array.isArray(lines)) return [];
  const named = lines.filter(isJsonObject).map(({ quantity, title }) => `${quantity} × ${title}`);
  const more = named.length - mostLines;
  return more > 0 ? [...named.slice(0, mostLines), `${more} more`] : named;
}

function money(value: unknown): string | undefined {
  const parsed = moneySchema.safeParse(value);
  return parsed.success ? formatMoney(parsed.data) : undefined;
}
