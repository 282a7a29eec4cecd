import { type HttpListener, openHttpListener } from '@order-workflow/simulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusEvent } from '../messages/message-log.ts';
import { type EventFault, eventBuses } from './event-buses.ts';

describe(eventBuses, () => {
  const taken: BusEvent[] = [];
  const faults: EventFault[] = [];
  const struck: (string | undefined)[] = [];
  let listener: HttpListener;
  beforeAll(async () => {
    listener = await openHttpListener();
    listener.open(
      eventBuses({
        onEvent: (event) => taken.push(event),
        takeFault(id) {
          struck.push(id);
          return faults.shift();
        },
      }),
    );
  });
  afterAll(() => listener.close());

  async function call(body: unknown, target = 'AWSEvents.PutEvents') {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
    const answer = await fetch(listener.url, { method: 'POST', headers, body: JSON.stringify(body) });
    return {
      status: answer.status,
      body: (await answer.json()) as { readonly Entries: readonly { readonly EventId?: string }[] },
    };
  }
  const entry = { Source: 'shop', DetailType: 'Sold', Detail: '{"orderId":"1"}', EventBusName: 'default' };

  it('takes what it can of a call, and says of each entry whether it did', async () => {
    const { status, body } = await call({ Entries: [entry, { ...entry, Detail: '[]' }, { ...entry, Detail: '{' }] });
    expect(status).toBe(200);
    expect(body).toEqual({
      FailedEntryCount: 2,
      Entries: [
        { EventId: expect.stringMatching(/./) },
        ...[1, 2].map(() => ({ ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' })),
      ],
    });
    expect(taken).toEqual([
      {
        ...{ version: '0', id: body.Entries[0]?.EventId, source: 'shop', 'detail-type': 'Sold' },
        ...{ time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), detail: { orderId: '1' } },
      },
    ]);
  });

  it.each<[EventFault, number, object | undefined]>([
    ['unavailable', 0, { status: 503, body: { __type: 'ServiceUnavailable' } }],
    ['rate-limited', 0, { status: 400, body: { __type: 'ThrottlingException' } }],
    ['entry-failed', 0, { status: 200, body: { FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] } }],
    ['down', 0, undefined],
    ['answer-lost', 1, undefined],
  ])('lets a call go wrong by %s, after which it has kept %i events', async (fault, kept, answer) => {
    taken.length = 0;
    struck.length = 0;
    faults.push(fault);
    const put = call({ Entries: [{ ...entry, Detail: '{"id":"order-1-notice-fulfilled-1"}' }] });
    if (answer === undefined) await expect(put).rejects.toThrow('fetch failed');
    else expect(await put).toMatchObject(answer);
    expect(taken).toHaveLength(kept);
    expect(struck).toEqual(['order-1-notice-fulfilled-1']);
  });

  it.each([
    ['another operation', { Entries: [entry] }, 'AWSEvents.ListRules', 'UnknownOperationException'],
    ['no entries', { Entries: [] }, undefined, 'ValidationException'],
    ['more than ten', { Entries: Array(11).fill(entry) }, undefined, 'ValidationException'],
  ])('refuses %s', async (_, body, target, error) => {
    expect(await call(body, target)).toMatchObject({ status: 400, body: { __type: error } });
  });
});
