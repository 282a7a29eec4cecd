import { readdirSync, readFileSync } from 'node:fs';
import { createVirtualClock } from '@order-workflow/asl-engine';
import { type RunningWorkflow, startWorkflow, withFewTries } from '@order-workflow/local';
import type { Order } from '@order-workflow/order-domain';
import type { SentCall } from '@order-workflow/simulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSent } from '../src/check-sent.ts';
import { dueOf } from '../src/due.ts';
import type { LeftRecord } from '../src/ended-order.ts';

/** What gateway, carrier and customer hear of each order in `examples/orders` is what the order says. */

const folder = new URL('../../../examples/orders/', import.meta.url);

function readOrder(file: string): unknown {
  try {
    return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  } catch {
    return undefined;
  }
}

const orders = readdirSync(folder)
  .map((file) => ({ file, order: readOrder(file) }))
  // What is nested too deeply is turned away before there is an execution.
  .filter(({ file, order }) => order !== undefined && file !== 'deep-nesting.json');

/** One that is read in another form than it is written in; what is due for it stands below, by hand. */
const readOtherwise = 'as-customers-write.json';

let workflow: RunningWorkflow;
const calls: SentCall[] = [];
beforeAll(async () => {
  const clock = createVirtualClock({ start: Date.now() });
  const simulators = { clock, onCall: (sent: SentCall) => void calls.push(sent) };
  // An undo that is tried in vain sends the same each time.
  const define = withFewTries(40, 10_000);
  workflow = await startWorkflow({ clock, simulators, virtualLimits: true, seed: 1, define });
});
afterAll(() => workflow.close());

async function hearOf(order: unknown) {
  calls.length = 0;
  const before = workflow.messages.lastPlace();
  const { output } = await workflow.place(order).execution.result;
  return {
    end: (output ?? {}) as LeftRecord,
    heard: { calls: [...calls], notices: workflow.messages.newSince(before) },
  };
}

const callsDue: Readonly<Record<string, readonly string[]>> = {
  fulfilled: ['charge', 'book'],
  declined: ['charge'],
  refunded: [],
  rejected: [],
};

describe('what is sent to the world', () => {
  it.each(orders.filter(({ file }) => file !== readOtherwise))(
    'of $file is what the order says: amount, currency, lines, address, notice',
    async ({ order }) => {
      const { end, heard } = await hearOf(order);
      const sent = heard.calls.map(({ call }) => call);
      if (end.outcome === undefined) return expect(checkSent(order as Order, heard, end)).toEqual([]);
      const free = end.outcome !== 'rejected' && dueOf(order as Order).total === 0;
      const due = callsDue[end.outcome]?.filter((call) => call !== 'charge' || !free) ?? [];
      expect(sent).toEqual(expect.arrayContaining(due));
      if (free) expect(sent).not.toContain('charge');
      expect(heard.notices.map(({ attributes }) => attributes['outcome'])).toEqual([end.outcome]);
      if (end.outcome === 'rejected') expect(sent).toEqual([]);
      else expect(checkSent(order as Order, heard, end)).toEqual([]);
    },
  );

  it('of an order that is read in another form is what it means', async () => {
    const { end, heard } = await hearOf(readOrder(readOtherwise));
    expect(end.outcome).toBe('fulfilled');
    expect(heard.calls.flatMap(({ body }) => body ?? [])).toEqual([
      { key: 'order__232044_2FB-charge', amount: { amount: 1_999, currency: 'EUR' }, method: 'ApplePay' },
      {
        key: 'order__232044_2FB-ship',
        service: 'Standard',
        weight: 320,
        contents: [{ sku: 'SKU001', quantity: 1 }],
        address: {
          line1: 'Hinterhaus, zweiter Aufgang links,',
          line2: 'Torstraße 164, bei Familie Groß',
          city: 'Berlin',
          postalCode: 'D-10115',
          country: 'DE',
        },
        recipient: { name: 'Jürgen Groß', phone: '(030) 901-820 ext. 12' },
      },
    ]);
    expect(heard.notices).toMatchObject([
      {
        text: expect.stringMatching(
          /^Hello Jürgen Groß,\n[\s\S]*\n\n {2}1 x Espresso cup: 19.99 EUR\n {2}Total: 19.99 EUR\n\n/,
        ),
        attributes: { orderId: '#2044/B', customerEmail: 'bestellung@xn--bcher-kva.example' },
      },
    ]);
  });

  it('of an order that is refunded, of several lines in yen, is all of it', async () => {
    const order: Order = {
      orderId: 'refunded-in-yen',
      customerEmail: 'zoe@example.org',
      items: [
        { sku: 'SKU016', quantity: 2 },
        { sku: 'SKU001', quantity: 3 },
      ],
      paymentMethod: 'PayPal',
      currency: 'JPY',
      shippingAddress: { line1: '1 Example Street', city: 'Berlin', postalCode: 'SIM-REFUSED', country: 'DE' },
    };
    const { end, heard } = await hearOf(order);
    expect(end).toMatchObject({ outcome: 'refunded', refund: { status: 'refunded' } });
    expect(checkSent(order, heard, end)).toEqual([]);
    expect(heard.calls.find(({ call }) => call === 'refund')?.body).toMatchObject({
      amount: { amount: 18_100, currency: 'JPY' },
    });
  });

  it('of an order with all there is, in a currency of three digits, to a far address, is all of it', async () => {
    const order: Order = {
      orderId: 'everything',
      customerEmail: 'zoe@example.org',
      customerName: 'Zoë 山田',
      customerPhone: '+1 (415) 555-0100',
      items: Array.from({ length: 10 }, (_, index) => ({
        sku: `SKU${String(16 - index).padStart(3, '0')}`,
        quantity: index + 1,
      }))
        .concat({ sku: 'SKU001', quantity: 3 })
        .concat({ sku: 'SKU015', quantity: 2 }),
      paymentMethod: 'DebitCard',
      paymentToken: 'tok_visa',
      currency: 'KWD',
      shippingAddress: {
        line1: '500 Market St',
        line2: 'Suite 12',
        city: 'San Francisco',
        region: 'CA',
        postalCode: '94105',
        country: 'US',
      },
    };
    const { end, heard } = await hearOf(order);
    expect(end.outcome).toBe('fulfilled');
    expect(checkSent(order, heard, end)).toEqual([]);
    expect(heard.calls.find(({ call }) => call === 'charge')?.body).toEqual(dueOf(order).charge);
    expect(dueOf(order).totalText).toMatch(/^\d+\.\d{3} KWD$/);
    expect(dueOf(order).lines).toHaveLength(11);
  });
});
