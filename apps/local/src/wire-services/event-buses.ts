import { randomUUID } from 'node:crypto';
import type { AnswerRequest } from '@order-workflow/simulators';
import * as z from 'zod/mini';
import { isJsonObject } from '../json/json-object.ts';
import { parsedJson } from '../json/parsed-json.ts';
import type { BusEvent } from '../messages/message-log.ts';

/** PutEvents, as far as it is read: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const putEventsSchema = z.object({
  Entries: z
    .array(z.object({ Source: z.string(), DetailType: z.string(), Detail: z.string() }))
    .check(z.minLength(1), z.maxLength(10)),
});

type Entry = z.infer<typeof putEventsSchema>['Entries'][number];

interface BusOptions {
  /** Gets each event, before its publisher is told that it was taken. */
  readonly onEvent: (event: BusEvent) => void;
}

/** Stands for EventBridge: takes events, and says of each by itself whether it did. */
export function eventBuses({ onEvent }: BusOptions): AnswerRequest {
  return ({ method, url, headers, rawBody }, response) => {
    const answer = (status: number, body: object) =>
      void response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    if (method !== 'POST' || url !== '/' || headers['x-amz-target'] !== 'AWSEvents.PutEvents')
      return answer(400, { __type: 'UnknownOperationException', message: 'Expected POST / with AWSEvents.PutEvents' });
    const { data } = putEventsSchema.safeParse(parsedJson(rawBody.toString('utf8')));
    if (!data) return answer(400, { __type: 'ValidationException', message: 'Expected Entries, 1 to 10 of them' });
    const Entries = data.Entries.map((entry) => taken(entry, onEvent));
    answer(200, { FailedEntryCount: Entries.filter(({ ErrorCode }) => ErrorCode !== undefined).length, Entries });
  };
}

function taken({ Source, DetailType, Detail }: Entry, onEvent: BusOptions['onEvent']) {
  const detail = parsedJson(Detail);
  if (!isJsonObject(detail)) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  const id = randomUUID();
  const time = `${new Date().toISOString().slice(0, 19)}Z`;
  onEvent({ version: '0', id, 'detail-type': DetailType, source: Source, time, detail });
  return { EventId: id, ErrorCode: undefined };
}
