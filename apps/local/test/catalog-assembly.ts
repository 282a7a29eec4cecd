import { cloudAssembly } from './cloud-assembly.ts';

/** An assembly of one state whose function has its products in a table. */
export function catalogAssembly(): string {
  const address = { Type: 'String', Default: '' };
  return cloudAssembly({
    Parameters: { PaymentGatewayUrl: address, CarrierUrl: address },
    Resources: {
      Catalog: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          AttributeDefinitions: [{ AttributeName: 'sku', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'sku', KeyType: 'HASH' }],
        },
      },
      Stage: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          ...{ Runtime: 'nodejs24.x', Handler: 'index.handler', Code: { S3Key: 'code.zip' } },
          Environment: { Variables: { CATALOG_TABLE_NAME: { Ref: 'Catalog' } } },
        },
      },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: '{"StartAt":"End","States":{"End":{"Type":"Succeed"}}}' },
      },
    },
  });
}
