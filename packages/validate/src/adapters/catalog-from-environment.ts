import { dynamoServiceFromEnvironment } from '@order-workflow/stage-kit/dynamodb';
import type { ProductCatalog } from '../ports/product-catalog.ts';
import { dynamoProductCatalog } from './dynamo-product-catalog.ts';
import { jsonProductCatalog } from './json-product-catalog.ts';

/**
 * The products in the DynamoDB table `CATALOG_TABLE_NAME`, where Lambda's environment says that DynamoDB is; without that
 * variable, those of `products.json`.
 *
 * @throws TypeError when there is a table and no region
 * @throws RangeError when the address of DynamoDB may not be used
 */
export function catalogFromEnvironment(environment: Readonly<Record<string, string | undefined>>): ProductCatalog {
  const table = environment['CATALOG_TABLE_NAME'];
  return table ? dynamoProductCatalog({ table, ...dynamoServiceFromEnvironment(environment) }) : jsonProductCatalog();
}
