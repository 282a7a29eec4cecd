import { randomUUID } from 'node:crypto';
import type { AnswerRequest } from '@order-workflow/simulators';
import * as z from 'zod/mini';
import { isJsonObject, parsedJson } from '../json/json-object.ts';
import type { BusEvent } from '../messages/message-log.ts';

/** PutEvents, as far as it is read: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const putEventsSchema = z.object({
  Entries: z
    .array(z.object({ Source: z.string(), DetailType: z.string(), Detail: z.string() }))
    .check(z.minLength(1), z.maxLength(10)),
});

type Entry = z.infer<typeof putEventsSchema>['Entries'][number];

/**
 * What goes wrong with a call that puts events: the bus does not take it now, cannot be reached, takes it and its answer is lost, or
 * answers 200 and has taken none.
 */
export type EventFault = 'unavailable' | 'rate-limited' | 'down' | 'answer-lost' | 'entry-failed';

interface BusOptions {
  /** Gets each event, before its publisher is told that it was taken. */
  readonly onEvent: (event: BusEvent) => void;
  /** What goes wrong with the next call that puts events, the first of which has this `id` in its detail. */
  readonly takeFault?: (id: string | undefined) => EventFault | undefined;
}

/** Stands for EventBridge: takes events, and says of each by itself whether it did. */
export function eventBuses({ onEvent, takeFault = () => undefined }: BusOptions): AnswerRequest {
  return ({ method, url, headers, rawBody, socket }, response) => {
    const answer = (status: number, body: object) =>
      void response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    if (method !== 'POST' || url !== '/' || headers['x-amz-target'] !== 'AWSEvents.PutEvents')
      return answer(400, { __type: 'UnknownOperationException', message: 'Expected POST / with AWSEvents.PutEvents' });
    const { data } = putEventsSchema.safeParse(parsedJson(rawBody.toString('utf8')));
    if (!data) return answer(400, { __type: 'ValidationException', message: 'Expected Entries, 1 to 10 of them' });
    const fault = takeFault(idOf(data.Entries[0]));
    if (fault === 'down') return void socket.destroy();
    if (fault === 'unavailable') return answer(503, { __type: 'ServiceUnavailable', message: 'switched on' });
    if (fault === 'rate-limited') return answer(400, { __type: 'ThrottlingException', message: 'switched on' });
    const Entries = data.Entries.map((entry) => (fault === 'entry-failed' ? failed : taken(entry, onEvent)));
    if (fault === 'answer-lost') return void socket.destroy();
    answer(200, { FailedEntryCount: Entries.filter(({ ErrorCode }) => ErrorCode !== undefined).length, Entries });
  };
}

/** What EventBridge says of one event that it has not taken, in an answer of 200. */
const failed = { ErrorCode: 'InternalFailure', ErrorMessage: 'switched on' };

function idOf(entry: Entry | undefined): string | undefined {
  const detail = parsedJson(entry?.Detail ?? '');
  const id = isJsonObject(detail) ? detail['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

function taken({ Source, DetailType, Detail }: Entry, onEvent: BusOptions['onEvent']) {
  const detail = parsedJson(Detail);
  if (!isJsonObject(detail)) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  const id = randomUUID();
  const time = `${new Date().toISOString().slice(0, 19)}Z`;
  onEvent({ version: '0', id, 'detail-type': DetailType, source: Source, time, detail });
  return { EventId: id, ErrorCode: undefined };
}
