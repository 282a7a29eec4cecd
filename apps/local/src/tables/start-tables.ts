import { setTimeout as wait } from 'node:timers/promises';
import { type FaultName, openHttpListener } from '@order-workflow/simulators';
import type { Table } from '../assembly/assembly.ts';
import { dynamoDbProxy } from './dynamodb-proxy.ts';
import { type InProcessTables, inProcessTables } from './in-process-tables.ts';
import { type ItemStore, openItemStore } from './item-store.ts';
import { type LateCallsOptions, lateCalls } from './late-calls.ts';
import type { TableCall } from './read-table-call.ts';

/** DynamoDB on a socket of this machine. */
export interface Tables {
  /** Its address, `http://127.0.0.1:…`. */
  readonly endpoint: string;
  /** The item of a table under a key, both in DynamoDB's JSON; undefined where there is none. */
  item(tableName: string, key: object): Promise<unknown>;
  /** Every item of a table, in DynamoDB's JSON. */
  items(tableName: string): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export interface TablesOptions {
  /** Opens where items are kept; in memory unless given. */
  readonly openItems?: () => ItemStore;
  /** Who answers what came through the listener; dynalite over those items unless given. */
  readonly openTables?: (() => InProcessTables) | undefined;
  /** Hears what goes wrong when items are read or written. */
  readonly onFailure?: (problem: unknown) => void;
  /** What goes wrong with a request of a stage; nothing unless given. */
  readonly takeFault?: (call: TableCall) => FaultName | undefined;
  /** Hears of each request, which waits for it; of what no stage asks it hears nothing more. */
  readonly onCall?: ((call: TableCall | undefined) => Promise<void>) | undefined;
  /** The time by which a request lands that is late; the machine's unless given. */
  readonly clock?: LateCallsOptions['clock'] | undefined;
  /** How long such a request is on its way, in milliseconds; two seconds unless given. */
  readonly landsAfterMs?: LateCallsOptions['landsAfterMs'];
  /** Whether a request that will never be answered is told so at once: for limits on a virtual clock. */
  readonly tellsSilence?: boolean;
}

/**
 * Starts DynamoDB with these tables on a port of loopback that the system chooses. Items that were kept under a table's
 * name are in it again.
 *
 * @throws Error of SQLite when the file cannot be opened or is not a database
 */
export async function startTables(
  definitions: readonly Table[],
  {
    openItems = openItemStore,
    onFailure = () => undefined,
    openTables = () => inProcessTables(openItems(), onFailure),
    takeFault = () => undefined,
    onCall = async () => undefined,
    clock = Date,
    landsAfterMs = () => 2_000,
    tellsSilence = false,
  }: TablesOptions = {},
): Promise<Tables> {
  const tables = openTables();
  for (const definition of definitions) await createTable(tables, definition);
  const listener = await openHttpListener();
  const late = lateCalls({ clock, landsAfterMs });
  listener.open(dynamoDbProxy({ tables, takeFault, late, onCall, tellsSilence }));
  return {
    endpoint: listener.url,
    async item(TableName, Key) {
      await late.land();
      const found = (await callTables(tables, 'GetItem', { TableName, Key, ConsistentRead: true })) as {
        Item?: unknown;
      };
      return found.Item;
    },
    async items(TableName) {
      await late.land();
      const found: unknown[] = [];
      // A page ends at a megabyte.
      for (let ExclusiveStartKey: unknown, more = true; more; more = ExclusiveStartKey !== undefined) {
        const page = (await callTables(tables, 'Scan', { TableName, ExclusiveStartKey })) as ScannedPage;
        found.push(...page.Items);
        ExclusiveStartKey = page.LastEvaluatedKey;
      }
      return found;
    },
    async close() {
      await listener.close();
      await tables.close();
    },
  };
}

interface ScannedPage {
  readonly Items: readonly unknown[];
  readonly LastEvaluatedKey?: unknown;
}

/** Makes a table, whose items are those that were kept under its name, and waits until it can be asked. */
export async function createTable(tables: InProcessTables, { name: TableName, definition }: Table): Promise<void> {
  await callTables(tables, 'CreateTable', { TableName, ...definition, BillingMode: 'PAY_PER_REQUEST' });
  while (!(await isActive(tables, TableName))) await wait(1);
}

async function isActive(tables: InProcessTables, TableName: string): Promise<boolean> {
  const described = (await callTables(tables, 'DescribeTable', { TableName })) as {
    readonly Table: { readonly TableStatus: string };
  };
  return described.Table.TableStatus === 'ACTIVE';
}

const credential = 'Credential=local/20260101/us-east-1/dynamodb/aws4_request';

/**
 * Calls an operation of DynamoDB. It believes every signature here.
 *
 * @throws Error when it is refused
 */
export async function callTables(tables: InProcessTables, operation: string, parameters: unknown): Promise<unknown> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    'x-amz-date': '20260101T000000Z',
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=none`,
  };
  const { status, body } = await tables.call(headers, JSON.stringify(parameters));
  if (status !== 200) throw new Error(`DynamoDB refused ${operation}: ${body}`);
  return JSON.parse(body);
}
