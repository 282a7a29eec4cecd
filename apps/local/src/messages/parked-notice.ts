import { isJsonObject } from '../json/json-object.ts';
import type { ParkedMessage } from './message-log.ts';

/** A notice that waits, as it is shown: nothing in it names the customer. */
export interface ParkedNotice {
  readonly messageId: string;
  /** Absent when the order was rejected and its id could not be read. */
  readonly orderId?: string;
  readonly outcome: string;
  /** Instant in UTC. */
  readonly parkedAt: string;
  /** The error for which it was not published. */
  readonly reason: string;
}

/** Reads what is shown of a parked message: its body is the record of an order. */
export function describeParked({ messageId, body, parkedAt }: ParkedMessage): ParkedNotice {
  const record: unknown = JSON.parse(body);
  const { order, outcome, notification } = isJsonObject(record) ? record : {};
  const orderId = isJsonObject(order) ? order['orderId'] : undefined;
  return {
    messageId,
    ...(typeof orderId === 'string' && { orderId }),
    outcome: String(outcome),
    parkedAt,
    reason: isJsonObject(notification) ? String(notification['error']) : '',
  };
}
