import { ArnFormat, Lazy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnStateMachine, type StateMachine } from 'aws-cdk-lib/aws-stepfunctions';

/**
 * Lets the role of a machine use the key for the executions of one. The CDK lets it for a machine of the name that it was given, and
 * ours have none: a named one could not be replaced by an update. CloudFormation makes a name that begins with the logical id.
 * https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function useMachineKey(user: StateMachine, { keyArn }: IKey, machine: StateMachine): void {
  const stack = Stack.of(machine);
  // A name has 80 characters at most, so a long id is cut off somewhere.
  const prefix = Lazy.string({ produce: () => String(stack.resolve(logicalIdOf(machine))).slice(0, 40) });
  user.addToRolePolicy(
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [keyArn],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:states:stateMachineArn': stack.formatArn({
            service: 'states',
            resource: 'stateMachine',
            resourceName: `${prefix}*`,
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        },
      },
    }),
  );
}

function logicalIdOf({ node }: StateMachine): string {
  if (!(node.defaultChild instanceof CfnStateMachine)) throw new TypeError(`${node.path} is no state machine`);
  return node.defaultChild.logicalId;
}
