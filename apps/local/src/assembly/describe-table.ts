import type { Table } from './assembly.ts';
import type { StackResource } from './stack-resources.ts';

/** What templates call a table. */
export const tableTypes = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'] as const;

/** Encryption, backups and how it is paid for are AWS's own: a table here has its keys and indexes. */
export function describeTable(table: StackResource): Table {
  const definition: Record<string, unknown> = {};
  for (const name of ['AttributeDefinitions', 'KeySchema', 'LocalSecondaryIndexes', 'GlobalSecondaryIndexes'] as const)
    if (table.property(name) !== undefined) definition[name] = table.property(name);
  return { name: table.name, arn: table.attribute('Arn'), definition };
}
