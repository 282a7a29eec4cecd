import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** How every log group of a workflow is kept. */
export interface LogKeeping {
  readonly encryptionKey: IKey;
  readonly retention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
}

/** The log group of one function or state machine. */
export function orderLogs(scope: Construct, owner: string, keeping: LogKeeping): LogGroup {
  return new LogGroup(scope, `${owner}Logs`, keeping);
}
