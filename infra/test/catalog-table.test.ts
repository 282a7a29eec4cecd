import { describe, expect, it } from 'vitest';
import { deployed } from './authorisation/deployed-template.ts';
import { isAllowed } from './authorisation/evaluate.ts';
import { synthesize, template } from './synthesized.ts';

const withTable = synthesize({ optionalTables: ['catalog'] });
const stack = deployed(withTable);
const [catalog] = stack.ofType('AWS::DynamoDB::Table').filter(({ id }) => id.includes('Catalog'));

/** Whether the function of a stage may do so with the table of products. */
function may(name: string, action: string): boolean {
  const [asks] = stack.ofType('AWS::Lambda::Function').filter(({ id }) => id.includes(name));
  const caller = asks?.properties.Role;
  const resource = catalog?.arn ?? '';
  return isAllowed(
    { caller, action, resource, context: {} },
    { identity: stack.identityOf(caller), resource: stack.policyOf(resource) },
  );
}

describe('the table of products', () => {
  it('is there only where a deployment asks for it, and only then is the first function told of it', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('CATALOG_TABLE_NAME');
    expect(catalog?.properties).toMatchObject({ KeySchema: [{ AttributeName: 'sku', KeyType: 'HASH' }] });
    const told = stack.ofType('AWS::Lambda::Function').filter(({ properties }) => {
      const { CATALOG_TABLE_NAME } = properties.Environment?.Variables ?? {};
      return CATALOG_TABLE_NAME !== undefined;
    });
    expect(told.map(({ properties }) => properties.Description)).toEqual([
      'Validate Order: a stage of the order workflow',
    ]);
    withTable.hasOutput('CatalogTable', {});
  });

  it('is read by Validate Order, item by item, and by no other stage, and changed by none', () => {
    expect(may('ValidateOrderFunction', 'dynamodb:GetItem')).toBe(true);
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem', 'Scan', 'Query', 'BatchGetItem'])
      expect(may('ValidateOrderFunction', `dynamodb:${action}`), action).toBe(false);
    for (const name of ['ProcessPaymentFunction', 'ShipOrderFunction', 'NotifyCustomerFunction'])
      expect(may(name, 'dynamodb:GetItem'), name).toBe(false);
  });

  it('is refused under a name that no stage can use, so that a slip is no table which nobody reads', () => {
    expect(() => synthesize({ optionalTables: ['katalog'] })).toThrow(
      'optionalTables: given katalog, expected a table that a stage can use',
    );
  });
});
