import type { InProcessTables, TableAnswer } from '@order-workflow/local';
import { conditionHolds, type Expressions, type Item, updated } from './lean-expressions.ts';

interface Call extends Expressions {
  readonly TableName: string;
  readonly Key?: Item;
  readonly Item?: Item;
}

/** Hears of each write of an item, by its table. */
export type OnWrite = (table: string, item: Item) => void;

/** DynamoDB's protocol for no more than the stages ask, and a world that begins anew. */
export interface LeanTables extends InProcessTables {
  /** Puts an item into a table, as nobody of the workflow does. */
  put(table: string, item: Item): void;
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
 * partition key a table, and throws at whatever no stage asks today. `test/lean-tables.test.ts` holds it to dynalite.
 */
export function leanTables(onWrite: OnWrite = () => undefined): LeanTables {
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
        const table = tableOf(call);
        const key = keyOf(table.keyName, call.Item);
        if (!conditionHolds(call, table.items.get(key))) return conditionFailed;
        write(call.TableName, table, key, call.Item ?? {});
        noteOwner(call.Item);
        return done({});
      }
      case 'UpdateItem': {
        const table = tableOf(call);
        const key = keyOf(table.keyName, call.Key);
        const found = table.items.get(key);
        if (!conditionHolds(call, found)) return conditionFailed;
        write(call.TableName, table, key, updated(call, found ?? call.Key));
        return done({});
      }
    }
    throw new Error(`no stage asks for ${operation}`);
  }

  function write(name: string, { items }: LeanTable, key: string, item: Item): void {
    items.set(key, item);
    onWrite(name, item);
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

  return {
    call: async (headers, body) => answer(String(headers['x-amz-target']).split('.')[1] ?? '', JSON.parse(body)),
    put(TableName, item) {
      const table = tableOf({ TableName });
      write(TableName, table, keyOf(table.keyName, item), item);
    },
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
