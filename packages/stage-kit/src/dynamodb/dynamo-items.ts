import type { Attributes } from './attribute-value.ts';
import { callDynamo, type DynamoAnswer, type DynamoService } from './call-dynamo.ts';

/** The table could not be asked, or has certainly not written. */
interface ItemsUnavailable {
  readonly answer: 'unavailable';
  readonly detail: string;
}

type ItemsAsked = { readonly answer: 'done'; readonly body: Readonly<Record<string, unknown>> } | ItemsUnavailable;

export type ItemRead =
  | { readonly answer: 'item'; readonly item: Attributes }
  | { readonly answer: 'nothing' }
  | ItemsUnavailable;

export type ItemWritten =
  | { readonly answer: 'written' }
  /** The condition did not hold; nothing was written. */
  | { readonly answer: 'changed' }
  /** No answer came: it may have been written, or may be yet. */
  | { readonly answer: 'lost'; readonly detail: string }
  | ItemsUnavailable;

export interface DynamoItems {
  /** Asks for more than one item: by an operation that only reads, with its whole input. */
  ask(operation: string, input: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<ItemsAsked>;
  /** Reads an item consistently; `projection` is put beside its key in the call. */
  read(Key: Attributes, signal: AbortSignal, projection?: object): Promise<ItemRead>;
  write(operation: 'PutItem' | 'UpdateItem' | 'DeleteItem', input: object, signal: AbortSignal): Promise<ItemWritten>;
}

/**
 * The items of a table. What does not pass by itself (no such table, no permission) is thrown as `Broken`, which names table,
 * operation and what DynamoDB said.
 */
export function dynamoItems(
  table: string,
  service: DynamoService,
  Broken: new (message: string) => Error,
): DynamoItems {
  const call = callDynamo(service);

  function detailOf(operation: string, answer: Exclude<DynamoAnswer, { readonly kind: 'done' }>): string {
    if (answer.kind !== 'refused') return `DynamoDB: ${answer.detail}`;
    throw new Broken(`table ${table} answered ${operation} with ${answer.error} (${answer.status})`);
  }

  const ask: DynamoItems['ask'] = async (operation, input, signal) => {
    let answer = await call(operation, input, signal);
    // A connection that slept while the function was frozen may be dead, and to read twice does no harm.
    if (answer.kind === 'lost' && !signal.aborted) answer = await call(operation, input, signal);
    if (answer.kind === 'done') return { answer: 'done', body: answer.body };
    return { answer: 'unavailable', detail: detailOf(operation, answer) };
  };

  return {
    ask,

    async read(Key, signal, projection) {
      const asked = await ask('GetItem', { TableName: table, Key, ConsistentRead: true, ...projection }, signal);
      if (asked.answer === 'unavailable') return asked;
      const { Item } = asked.body;
      if (typeof Item !== 'object' || Item === null) return { answer: 'nothing' };
      return { answer: 'item', item: Item as Attributes };
    },

    async write(operation, input, signal) {
      const answer = await call(operation, { TableName: table, ...input }, signal);
      if (answer.kind === 'done') return { answer: 'written' };
      if (answer.kind === 'refused' && answer.error === 'ConditionalCheckFailedException') return { answer: 'changed' };
      return { answer: answer.kind === 'lost' ? 'lost' : 'unavailable', detail: detailOf(operation, answer) };
    },
  };
}
