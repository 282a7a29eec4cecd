import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';

/**
 * Lets somebody use the key for executions of these machines: whoever starts, reads or redrives one does so by the key, and Step
 * Functions names the machine. https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function mayUseExecutions(grantee: IGrantable, machines: readonly IStateMachine[], { keyArn }: IKey): Grant {
  const arns = machines.map(({ stateMachineArn }) => stateMachineArn);
  return Grant.addToPrincipal({
    grantee,
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resourceArns: [keyArn],
    conditions: { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': arns } },
  });
}
