import type { JsonClient } from '../json-client.ts';

/** What is ordered, as far as the steps read it. */
export interface PlacedOrder {
  readonly orderId: string;
  readonly customerEmail: string;
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
  readonly paymentMethod: string;
}

/** Where the steps send their calls. */
export interface StepAddresses {
  readonly gateway: string;
  readonly carrier: string;
  readonly topics: string;
  readonly topicArn: string;
}

interface Priced {
  readonly amount: { readonly amount: number; readonly currency: 'EUR' };
  /** Grams. */
  readonly weight: number;
}

interface Charge {
  readonly chargeId: string;
}

interface Shipment {
  readonly trackingNumber: string;
}

/** The four steps of an order that goes well, with the calls that the stages of this repository make: each asks by key before it acts. */
export function orderSteps(call: JsonClient['call'], { gateway, carrier, topics, topicArn }: StepAddresses) {
  /** A request may be worked on for as long as its caller waits. */
  const keyed = (key: string) => ({
    'idempotency-key': key,
    'not-after': new Date(Date.now() + 5_000).toISOString(),
  });

  async function findOr<Found>(service: string, collection: string, key: string, body: object): Promise<Found> {
    const found = await call({ method: 'GET', url: `${service}/${collection}/${key}` });
    if (found.status === 200) return JSON.parse(found.text);
    const made = await call({ method: 'POST', url: `${service}/${collection}`, headers: keyed(key), body });
    if (made.status === 201) return JSON.parse(made.text);
    throw new Error(`${collection}: ${made.status} ${made.text}`);
  }

  return {
    async validate({ orderId, customerEmail, items }: PlacedOrder): Promise<Priced> {
      const counted = items.every(({ sku, quantity }) => /^SKU\d{3}$/.test(sku) && Number.isInteger(quantity));
      if (orderId === '' || !customerEmail.includes('@') || items.length === 0 || !counted)
        throw new Error(`The order ${orderId} cannot be read.`);
      const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0);
      return { amount: { amount: pieces * 1999, currency: 'EUR' }, weight: pieces * 600 };
    },
    pay: ({ orderId, paymentMethod: method }: PlacedOrder, { amount }: Priced): Promise<Charge> => {
      const key = `order-${orderId}-charge`;
      return findOr(gateway, 'charges', key, { key, amount, method });
    },
    ship: ({ orderId, items }: PlacedOrder, { weight }: Priced): Promise<Shipment> => {
      const key = `order-${orderId}-ship`;
      return findOr(carrier, 'shipments', key, { key, service: 'Collection', weight, contents: items });
    },
    async notify({ orderId, customerEmail }: PlacedOrder, { trackingNumber }: Shipment): Promise<{ status: string }> {
      const notice = { outcome: 'fulfilled', orderId, customerEmail, notificationId: `order-${orderId}-fulfilled` };
      const text = `Your order ${orderId} has been paid and is on its way under ${trackingNumber}.`;
      const form = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', TopicArn: topicArn, Message: text });
      form.set('Subject', `Order ${orderId}: paid and on its way`);
      for (const [at, [name, value]] of Object.entries(notice).entries()) {
        form.set(`MessageAttributes.entry.${at + 1}.Name`, name);
        form.set(`MessageAttributes.entry.${at + 1}.Value.DataType`, 'String');
        form.set(`MessageAttributes.entry.${at + 1}.Value.StringValue`, value);
      }
      const { status, text: answer } = await call({ method: 'POST', url: `${topics}/`, body: form });
      if (status !== 200) throw new Error(`Publish: ${status} ${answer}`);
      return { status: 'published' };
    },
  };
}
