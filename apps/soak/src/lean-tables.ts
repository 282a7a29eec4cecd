import { isDeepStrictEqual } from 'node:util';
import type { InProcessTables, TableAnswer } from '@order-workflow/local';

/** A value of DynamoDB's: `{ "S": "12345" }`. */
type Value = Readonly<Record<string, unknown>>;
type Item = Readonly<Record<string, Value>>;

interface Call {
  readonly TableName: string;
  readonly Key?: Item;
  readonly Item?: Item;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}

/** DynamoDB's protocol for no more than the order store asks, and a world that begins anew. */
export interface LeanTables extends InProcessTables {
  /** The item of an order, in DynamoDB's JSON. */
  item(key: string): unknown;
  /** The execution to which an order belongs that is open. */
  ownerOfOpen(orderId: string): string | undefined;
  /** The attempt that an execution was last written as the owner of; undefined of one that never was. */
  ownedBy(executionId: string): number | undefined;
  /** Every item is gone. */
  clear(): void;
}

interface LeanTable {
  readonly keyName: string;
  readonly items: Map<string, Item>;
}

const done = (body: object): TableAnswer => ({ status: 200, body: JSON.stringify(body) });
const conditionFailed: TableAnswer = {
  status: 400,
  body: JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
    message: 'The conditional request failed',
  }),
};

/**
 * A table in memory that is asked tens of times a schedule, where dynalite takes a good part of the soak's time. It knows one
 * partition key a table, and throws at whatever the store does not ask today. `test/lean-tables.test.ts` holds it to dynalite.
 */
export function leanTables(): LeanTables {
  const tables = new Map<string, LeanTable>();
  const owned = new Map<string, number>();

  function answer(operation: string, call: Call & { readonly KeySchema?: readonly { AttributeName: string }[] }) {
    switch (operation) {
      case 'CreateTable':
        tables.set(call.TableName, { keyName: call.KeySchema?.[0]?.AttributeName ?? '', items: new Map() });
        return done({});
      case 'DescribeTable':
        return done({ Table: { TableStatus: 'ACTIVE' } });
      case 'Scan':
        return done({ Items: [...tableOf(call).items.values()] });
      case 'GetItem': {
        const { items, keyName } = tableOf(call);
        const found = items.get(keyOf(keyName, call.Key));
        return done(found ? { Item: found } : {});
      }
      case 'PutItem': {
        const { items, keyName } = tableOf(call);
        const key = keyOf(keyName, call.Item);
        if (!holds(keyName, call, items.get(key))) return conditionFailed;
        items.set(key, call.Item ?? {});
        noteOwner(call.Item);
        return done({});
      }
    }
    throw new Error(`the order store does not ask for ${operation}`);
  }

  function tableOf({ TableName }: Call): LeanTable {
    const table = tables.get(TableName);
    if (!table) throw new Error(`no table ${TableName}`);
    return table;
  }

  /** Of the table that has a key of this name. */
  function ordersOf(): LeanTable | undefined {
    return [...tables.values()].find(({ keyName }) => keyName === 'orderId');
  }

  function noteOwner({ ownerId, attempt }: Item = {}): void {
    if (typeof ownerId?.['S'] === 'string') owned.set(ownerId['S'], Number(attempt?.['N']));
  }

  function clear(): void {
    for (const { items } of tables.values()) items.clear();
    owned.clear();
  }

  function keyOf(keyName: string, item: Item = {}): string {
    const { S } = item[keyName] ?? {};
    if (typeof S !== 'string') throw new Error(`no ${keyName} in what a table was asked`);
    return S;
  }

  function holds(
    keyName: string,
    { ConditionExpression: condition, ...names }: Call,
    found: Item | undefined,
  ): boolean {
    if (condition === undefined) return true;
    if (condition === `attribute_not_exists(${keyName})`) return found === undefined;
    return condition.split(' AND ').every((term) => termHolds(term, names, found));
  }

  return {
    call: async (headers, body) => answer(String(headers['x-amz-target']).split('.')[1] ?? '', JSON.parse(body)),
    item: (key) => ordersOf()?.items.get(key),
    ownerOfOpen(orderId) {
      const { status, ownerId } = ordersOf()?.items.get(orderId) ?? {};
      return status?.['S'] === 'open' ? String(ownerId?.['S']) : undefined;
    },
    ownedBy: (executionId) => owned.get(executionId),
    close: async () => clear(),
    clear,
  };
}

function termHolds(
  term: string,
  { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} }: Partial<Call>,
  found: Item | undefined,
): boolean {
  const [, name, value] = /^(#\w+) = (:\w+)$/.exec(term) ?? [];
  const [attribute, wanted] = [names[name ?? ''], values[value ?? '']];
  if (attribute === undefined || wanted === undefined) throw new Error(`a condition that is not known: ${term}`);
  return isDeepStrictEqual(found?.[attribute], wanted);
}
