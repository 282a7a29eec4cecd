import { Aws, Fn, Names, type RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** How every log group of a workflow is kept. */
export interface LogKeeping {
  readonly encryptionKey: IKey;
  readonly retention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
}

/** The log group of one function. */
export function orderLogs(scope: Construct, owner: string, keeping: LogKeeping): LogGroup {
  return new LogGroup(scope, `${owner}Logs`, keeping);
}

/**
 * The log group of a state machine. AWS delivers to it by a resource policy of the account, which has 5,120 characters;
 * names that begin like this need no entry in it. The stack's own id makes the name new when a stack is made anew whose logs
 * were retained.
 * https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html
 */
export function executionLogs(scope: Construct, owner: string, keeping: LogKeeping): LogGroup {
  const stackUuid = Fn.select(2, Fn.split('/', Aws.STACK_ID));
  const logGroupName = `/aws/vendedlogs/states/${Names.uniqueResourceName(scope, {})}-${owner}-${stackUuid}`;
  return new LogGroup(scope, `${owner}Logs`, { ...keeping, logGroupName });
}
