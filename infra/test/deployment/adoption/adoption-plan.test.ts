import { describe, expect, it } from 'vitest';
import { adoptionPlan } from '../../../src/deployment/adoption/adoption-plan.ts';
import type { StackTemplate } from '../../../src/deployment/synthesized-template.ts';

const machine = { Type: 'AWS::StepFunctions::StateMachine', Properties: { StateMachineType: 'STANDARD' } };
const functionWith = (Variables: object) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Environment: { Variables } },
});

const before = {
  Parameters: { Old: { Type: 'String' } },
  Resources: { Orders: machine, Validate: functionWith({}), Key: { Type: 'AWS::KMS::Key' } },
};
const next = {
  Parameters: { Old: { Type: 'String' }, Days: { Type: 'Number', Default: 35 } },
  Resources: {
    Orders: machine,
    Validate: functionWith({
      ORDERS_TABLE_NAME: { Ref: 'OrdersTable' },
      ORDER_FINGERPRINT_KEY: {
        'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'KeySecret' }, ':SecretString:::}}']],
      },
    }),
    OrdersTable: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
        Days: { Ref: 'Days' },
        Stream: { 'Fn::Sub': `\${Stream.Arn}/x` },
      },
    },
    KeySecret: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
    Stream: { Type: 'AWS::Kinesis::Stream' },
    OtherTable: { Type: 'AWS::DynamoDB::Table' },
    Key: { Type: 'AWS::KMS::Key', Properties: { new: true } },
  },
} satisfies StackTemplate;

describe(adoptionPlan, () => {
  it('makes the table and the secret first, with what they name, and leaves all else of the stack as it stands', () => {
    const plan = adoptionPlan(before, next);
    expect(plan).toMatchObject({ stateMachine: 'Orders', table: 'OrdersTable', secret: 'KeySecret' });
    const { OrdersTable, KeySecret, Stream } = next.Resources;
    expect(plan?.tableFirst).toEqual({
      Parameters: next.Parameters,
      Resources: { ...before.Resources, OrdersTable, KeySecret, Stream },
    });
  });

  it('makes nothing again when it is there, and still has the orders to write', () => {
    const stopped = adoptionPlan(before, next)?.tableFirst ?? before;
    expect(adoptionPlan(stopped, next)).toMatchObject({ table: 'OrdersTable', tableFirst: undefined });
  });

  it.each([
    ['the functions that stand claim already', next, next],
    ['the new ones claim nothing either', before, before],
    ['a release goes back to before the store', next, before],
    [
      'an Express workflow kept no executions',
      {
        ...before,
        Resources: { ...before.Resources, Orders: { ...machine, Properties: { StateMachineType: 'EXPRESS' } } },
      },
      next,
    ],
  ])('has nothing to do where %s', (_, deployed, then) => {
    expect(adoptionPlan(deployed, then)).toBeUndefined();
  });
});
