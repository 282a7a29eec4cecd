import { NoticedDefect } from '@order-workflow/stage-kit';
import { type AwsJsonProtocol, type AwsService, callJsonService } from '@order-workflow/stage-kit/aws';
import { orderEventSource, orderEventTypes } from '../events/order-event-names.ts';
import type { EventAnswer, OrderEventPublisher } from '../ports/order-event-publisher.ts';

/** The event bus does not take events of ours: something is wrong with the deployment, and does not pass by itself. */
export class EventBusRefuses extends NoticedDefect {
  override readonly name = 'EventBusRefuses';
}

export interface EventBus {
  /** Its name: `default`. */
  readonly name: string;
  readonly service: AwsService;
  /** Milliseconds for one event. */
  readonly timeoutMs?: number;
}

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html, and the errors that its services have in common. */
const protocol: AwsJsonProtocol = {
  service: 'events',
  target: 'AWSEvents',
  jsonVersion: '1.1',
  passing: /^(Throttl|Internal|ServiceUnavailable|RequestLimitExceeded)/,
};

/** Puts events on a bus of Amazon EventBridge, signed, without its SDK. */
export function eventBridgePublisher({ name, service, timeoutMs = 3_000 }: EventBus): OrderEventPublisher {
  const call = callJsonService(protocol, service);
  return {
    async publish(event): Promise<EventAnswer> {
      const entry = {
        Source: orderEventSource,
        DetailType: orderEventTypes[event.outcome],
        Detail: JSON.stringify(event),
        EventBusName: name,
      };
      const put = (signal: AbortSignal) => call('PutEvents', { Entries: [entry] }, signal);
      const signal = AbortSignal.timeout(timeoutMs);
      let answer = await put(signal);
      // A connection that slept while the function was frozen may be dead, and who hears of an event twice drops one.
      if (answer.kind === 'lost' && !signal.aborted) answer = await put(signal);
      if (answer.kind === 'refused') throw refusal(name, answer.error);
      if (answer.kind !== 'done') return { kind: 'unavailable', detail: `EventBridge: ${answer.detail}` };
      const error = errorOf(answer.body);
      if (error === undefined) return { kind: 'published' };
      if (protocol.passing.test(error)) return { kind: 'unavailable', detail: `EventBridge: ${error}` };
      throw refusal(name, error);
    },
  };
}

/** What became of the one entry: an answer of 200 says of each by itself whether it was taken. */
function errorOf({ Entries: entries }: Readonly<Record<string, unknown>>): string | undefined {
  const entry: unknown = Array.isArray(entries) ? entries[0] : undefined;
  const { EventId: id, ErrorCode: code } =
    typeof entry === 'object' && entry !== null ? ({ ...entry } as EntryAnswer) : {};
  if (typeof id === 'string') return undefined;
  return typeof code === 'string' && /^\w{1,80}$/.test(code) ? code : 'InternalFailure';
}

interface EntryAnswer {
  readonly EventId?: unknown;
  readonly ErrorCode?: unknown;
}

function refusal(bus: string, error: string): EventBusRefuses {
  return new EventBusRefuses(`event bus ${bus} answered PutEvents with ${error}`);
}
