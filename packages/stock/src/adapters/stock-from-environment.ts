import { dynamoServiceFromEnvironment, neededVariable } from '@order-workflow/stage-kit/dynamodb';
import type { StockTable } from '../ports/stock-table.ts';
import { dynamoStockTable } from './dynamo-stock-table.ts';

/**
 * The stock in the DynamoDB table `STOCK_TABLE_NAME`, where Lambda's environment says that DynamoDB is.
 *
 * @throws TypeError when the table or the region is missing
 * @throws RangeError when the address of DynamoDB may not be used
 */
export function stockFromEnvironment(environment: Readonly<Record<string, string | undefined>>): StockTable {
  const table = neededVariable(environment, 'STOCK_TABLE_NAME', 'the name of a DynamoDB table');
  return dynamoStockTable({ table, ...dynamoServiceFromEnvironment(environment) });
}
