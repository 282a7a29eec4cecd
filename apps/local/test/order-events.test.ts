import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createVirtualClock } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusEvent } from '../src/messages/message-log.ts';
import { type RunningWorkflow, startWorkflow } from '../src/orders/open-workflow.ts';
import { replayNotices } from '../src/orders/replay-notices.ts';
import { faultAt } from './fault-at.ts';

/** What others hear of how orders end, by the built functions and an event bus of this machine. */

const example = (name: string) => fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));
const person = { customerEmail: 'mark@example.com', customerName: 'Mark Mark' };
const order = (orderId: string, fields = {}) => ({ ...anOrder().with({ orderId }).build(), ...person, ...fields });
const place = (workflow: RunningWorkflow, given: object) =>
  workflow.place(given, { clock: createVirtualClock() }).execution.result;

describe('a bus for events', () => {
  let workflow: RunningWorkflow;
  let events: readonly BusEvent[];
  beforeAll(async () => {
    workflow = await startWorkflow({ seed: 1, virtualLimits: true, simulators: {} });
    await place(workflow, order('fulfilled'));
    await place(workflow, order('rejected', { items: [] }));
    await place(workflow, order('declined', { paymentToken: 'sim-declined' }));
    const refused = JSON.parse(readFileSync(example('orders/shipment-refused.json'), 'utf8'));
    await place(workflow, { ...refused, orderId: 'refunded', ...person });
    events = workflow.messages.events();
  });
  afterAll(() => workflow.close());

  it('hears of each end by an event of its own, in the versions that are written, and nothing of a person', () => {
    expect(events.map((event) => [event['detail-type'], event.source, event.detail['id']])).toEqual([
      ['OrderFulfilled', 'order-workflow', 'order-fulfilled-notice-fulfilled-1'],
      ['OrderRejected', 'order-workflow', 'order-rejected-notice-rejected-1'],
      ['OrderDeclined', 'order-workflow', 'order-declined-notice-declined-1'],
      ['OrderRefunded', 'order-workflow', 'order-refunded-notice-refunded-1'],
    ]);
    expect(events[3]?.detail).toMatchObject({
      ...{ version: 1, sequence: 1, attempt: 1, outcome: 'refunded' },
      failure: { stage: 'shipment', error: 'ShipmentRefused' },
      refund: { status: 'refunded', amount: { currency: 'EUR' } },
    });
    expect(JSON.stringify(events)).not.toMatch(/mark/i);
  });

  it('hears of a cancellation', async () => {
    await workflow.cancel({ orderId: 'fulfilled' }, 'cancel-fulfilled', { clock: createVirtualClock() }).execution
      .result;
    expect(workflow.messages.events('fulfilled').at(-1)).toMatchObject({
      'detail-type': 'OrderCancelled',
      detail: { sequence: 2, attempt: 1, refund: { status: 'refunded' } },
    });
  });

  it('is consumed by the example, which counts once what comes twice, and sells nothing that was cancelled', async () => {
    const { handler, sales } = await import(pathToFileURL(example('order-events/sales.mjs')).href);
    const all = workflow.messages.events();
    const news: boolean[] = [];
    for (const event of [...all, ...all]) news.push(await handler(event));
    expect(news.filter(Boolean)).toHaveLength(all.length);
    expect(sales()).toEqual({});
    await handler({
      detail: { version: 1, id: 'x', orderId: 'x', outcome: 'fulfilled', total: { amount: 1, currency: 'EUR' } },
    });
    expect(sales()).toEqual({ EUR: 1 });
    await expect(handler({ detail: { version: 2 } })).rejects.toThrow('version of an event: given 2, expected 1');
  });
});

describe('a bus that something strikes', () => {
  let workflow: RunningWorkflow;
  beforeAll(async () => {
    workflow = await startWorkflow({ seed: 1, virtualLimits: true, simulators: {} });
  });
  afterAll(() => workflow.close());
  const heard = (orderId: string) => workflow.messages.events(orderId).map(({ detail }) => detail['id']);

  it.each([
    ['unavailable:2', 1],
    ['rate-limited:2', 1],
    ['entry-failed:2', 1],
    ['down:3', 1],
    // The first was kept, and the connection broke: it is put once more, under the same id.
    ['answer-lost:1', 2],
  ])('by %s keeps nobody from being told once, and hears when it is back', async (fault, times) => {
    const orderId = `struck-${fault.replace(':', '-')}`;
    workflow.switchboard.set([faultAt(`events=${fault}`)]);
    const { output } = await place(workflow, order(orderId));
    expect(output).toMatchObject({
      outcome: 'fulfilled',
      notification: { status: expect.stringMatching(/^published/) },
    });
    expect(workflow.switchboard.list()).toMatchObject([{ left: 0 }]);
    expect(workflow.messages.published(`order-${orderId}-notice-fulfilled`)).toHaveLength(1);
    expect(heard(orderId)).toEqual(Array(times).fill(`order-${orderId}-notice-fulfilled-1`));
  });
});

describe('a bus that takes nothing, also by an answer of 200', () => {
  let away = true;
  const details: string[] = [];
  const bus = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    if (away) return void response.end('{"FailedEntryCount":1,"Entries":[{"ErrorCode":"ThrottlingException"}]}');
    details.push(JSON.parse(text).Entries[0].Detail);
    response.end('{"FailedEntryCount":0,"Entries":[{"EventId":"e"}]}');
  });
  let workflow: RunningWorkflow;
  beforeAll(async () => {
    await new Promise<void>((listening) => bus.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(bus.address() as AddressInfo).port}`;
    workflow = await startWorkflow({ seed: 1, virtualLimits: true, simulators: {}, endpoints: { EVENTBRIDGE: url } });
  });
  afterAll(async () => {
    await workflow.close();
    bus.closeAllConnections();
    bus.close();
  });

  it('keeps no order, no money and no customer waiting: the event waits with the notice in the queue, and goes out with that', async () => {
    const { status, output } = await place(workflow, order('o-1'));
    expect(status).toBe('SUCCEEDED');
    expect(output).toMatchObject({
      outcome: 'fulfilled',
      notification: { status: 'parked', error: 'OrderEventsUnavailable' },
    });
    const told = () => workflow.messages.published('order-o-1-notice-fulfilled');
    expect(told()).toHaveLength(1);
    away = false;
    expect(await replayNotices(workflow)).toMatchObject([{ orderId: 'o-1', published: true }]);
    expect(details.map((detail) => JSON.parse(detail).id)).toEqual(['order-o-1-notice-fulfilled-1']);
    expect(told()).toHaveLength(1);
  });
});
