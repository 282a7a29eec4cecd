import { setTimeout as wait } from 'node:timers/promises';
import type { Table } from '../assembly/assembly.ts';
import { callTables } from './call-tables.ts';
import type { InProcessTables } from './in-process-tables.ts';

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
