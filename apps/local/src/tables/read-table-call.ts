import type { IncomingHttpHeaders } from 'node:http';
import { isJsonObject } from '../json/json-object.ts';

/** A request to a table, as faults are aimed at it. */
export interface TableCall {
  /** The name of the function that asks: each signs with a key of its own. */
  readonly caller: string;
  readonly call: 'read' | 'write';
  /** The id of the order that it is about; undefined when it cannot be told. */
  readonly orderId: string | undefined;
}

/** What a function may ask of an item: no other permission is ever given. */
const calls: Readonly<Record<string, TableCall['call']>> = { GetItem: 'read', PutItem: 'write', UpdateItem: 'write' };

/** Undefined when it is nothing that a stage asks. */
export function readTableCall(headers: IncomingHttpHeaders, body: object): TableCall | undefined {
  const [, caller] = /\bCredential=([^/,\s]+)\//.exec(headers.authorization ?? '') ?? [];
  const call = calls[String(headers['x-amz-target']).split('.')[1] ?? ''];
  return caller === undefined || call === undefined ? undefined : { caller, call, orderId: orderIdIn(body) };
}

function orderIdIn(body: { readonly Key?: unknown; readonly Item?: unknown }): string | undefined {
  const key = body.Key ?? body.Item;
  const value = isJsonObject(key) ? key['orderId'] : undefined;
  const text = isJsonObject(value) ? value['S'] : undefined;
  return typeof text === 'string' ? text : undefined;
}
