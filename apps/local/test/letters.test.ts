import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMoney, type Money } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMessageLog } from '../src/messages/message-log.ts';
import { type RunningWorkflow, startWorkflow } from '../src/orders/open-workflow.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The mailer's own bundle, behind the topic and the queue of the template, writing to an SES of this machine. */
let workflow: RunningWorkflow;
beforeAll(async () => {
  workflow = await startWorkflow({ mails: true });
});
afterAll(() => workflow.close());

interface Told {
  readonly outcome: string;
  readonly validation: {
    readonly lines: readonly { readonly title: string; readonly quantity: number; readonly price: Money }[];
    readonly total: Money;
  };
  readonly shipment?: { readonly trackingNumber: string };
}

async function told(fields: object) {
  const { execution } = workflow.place({ ...anOrder().build(), ...fields });
  const { output } = await execution.result;
  const { notificationId, letter } = (output as { notification: { notificationId: string; letter: string } })
    .notification;
  const letters = () => workflow.messages.letters(notificationId);
  return { record: output as unknown as Told, notificationId, letter, letters };
}

describe('a letter', () => {
  it('says in text and HTML what the notice says, from the sender of the deployment to the customer alone', async () => {
    const { notificationId, letter, letters } = await told({ orderId: 'l-1', customerEmail: 'ada@example.com' });
    expect(letter).toBe('by-mailer');
    await expect.poll(letters).toHaveLength(1);
    const [sent] = letters();
    const [notice] = workflow.messages.published(notificationId);
    expect(sent).toMatchObject({
      from: 'orders@shop.example',
      to: 'ada@example.com',
      subject: notice?.subject,
      text: notice?.text,
      html: expect.stringContaining('39.98 EUR'),
    });
    expect(sent?.html).toContain('<html lang="en">');
  });

  it('is in the language of the order, and each customer gets exactly their own', async () => {
    const customers = ['bob', 'cem', 'dua'].map((name, at) => ({
      ...{ orderId: `l-2-${name}`, customerEmail: `${name}@example.com`, customerName: name },
      ...(at === 1 && { locale: 'de-AT' }),
    }));
    const all = await Promise.all(customers.map(told));
    for (const [at, { letters }] of all.entries()) {
      await expect.poll(letters).toHaveLength(1);
      const [letter] = letters();
      const { customerEmail, customerName, orderId } = customers[at] ?? {};
      expect(letter).toMatchObject({ to: customerEmail, subject: expect.stringContaining(`${orderId}`) });
      expect(letter?.html).toContain(at === 1 ? 'Guten Tag cem' : `Hello ${customerName}`);
      expect(letter?.text).toContain(at === 1 ? '39,98 EUR' : '39.98 EUR');
      for (const other of customers.filter((one) => one.orderId !== orderId))
        expect(`${letter?.html}${letter?.text}${letter?.to}`).not.toContain(other.customerName);
    }
  });

  it.each(
    ['shipped-home', 'declined-card', 'shipment-refused'].flatMap((example) =>
      ['en', 'de'].map((locale) => [example, locale] as const),
    ),
  )('has the facts of its order: %s, in %s', async (example, locale) => {
    const file = new URL(`../../../examples/orders/${example}.json`, import.meta.url);
    const order = { ...JSON.parse(readFileSync(file, 'utf8')), orderId: `${example}-${locale}`, locale };
    const { record, letters } = await told(order);
    await expect.poll(letters).toHaveLength(1);
    const { subject = '', text = '', html = '', to } = letters()[0] ?? {};
    const money = ({ amount, currency }: Money) =>
      formatMoney({ amount, currency }).replace('.', locale === 'de' ? ',' : '.');
    expect(to).toBe(order.customerEmail);
    expect(subject).toContain(order.orderId);
    for (const { title, quantity, price } of record.validation.lines)
      expect(text).toContain(`${quantity} x ${title}: ${money(price)}\n`);
    for (const said of [text, html]) {
      expect(said).toContain(money(record.validation.total));
      if (record.outcome === 'fulfilled') expect(said).toContain(record.shipment?.trackingNumber);
      // Where it goes and how to call is the customer's own, and is not repeated.
      for (const personal of [
        order.shippingAddress?.line1,
        order.customerPhone,
        order.customerEmail,
        order.paymentToken,
      ])
        if (personal !== undefined) expect(said).not.toContain(personal);
    }
  });

  it('goes to nobody where the order has no address that can be read, and the receipt says so', async () => {
    const { letter, letters } = await told({ orderId: 'l-3', customerEmail: 'no address' });
    expect(letter).toBe('no-address');
    expect(letters()).toEqual([]);
    expect(workflow.messages.owed()).toEqual([]);
  });
});

it('goes out with the next process where one ended before, and once', async () => {
  const file = join(temporaryFolder(), 'messages.sqlite');
  const attributes = {
    notificationId: 'order-7-notice-fulfilled',
    orderId: '7',
    customerEmail: 'eve@example.com',
    sequence: '1',
  };
  const before = openMessageLog(file);
  before.owe({ subject: 'Order 7: on its way', text: 'Hello,\n\nThank you.\n', attributes });
  before.close();
  for (const _ of ['next', 'after that']) {
    const messages = openMessageLog(file);
    const next = await startWorkflow({ mails: true, messages });
    await expect.poll(() => messages.owed()).toEqual([]);
    expect(messages.letters('order-7-notice-fulfilled')).toMatchObject([{ to: 'eve@example.com' }]);
    expect(messages.published()).toEqual([]);
    await next.close();
  }
});

it('goes to nobody where the platform has no sender, and nothing listens for one', async () => {
  const silent = await startWorkflow();
  try {
    const { output } = await silent.place(anOrder().build()).execution.result;
    expect(output).toMatchObject({ notification: { status: 'published', letter: 'no-sender' } });
    expect(silent.assembly.queueSources).toEqual([]);
  } finally {
    await silent.close();
  }
});
