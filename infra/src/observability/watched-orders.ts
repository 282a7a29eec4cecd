import type { StageFacts } from '@order-workflow/stage-kit';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { CustomerMail } from '../constructs/customer-mail.ts';
import type { StageFunction } from '../constructs/stage-function.ts';

/** What is watched of a workflow; an `OrderWorkflow` has all of it. */
export interface WatchedOrders {
  readonly stateMachine: IStateMachine;
  /** Cancels orders; there is none where they have no owners. */
  readonly cancellation?: IStateMachine;
  /** The function of each stage, in the order of the workflow. */
  readonly stageFunctions: ReadonlyMap<StageFacts, StageFunction>;
  /** The function that tells the customer. */
  readonly notice: StageFunction;
  readonly undeliveredNotices: IQueue;
  /** Writes to customers, where anybody does. */
  readonly mail?: CustomerMail;
  /** The tables that stages ask for, by their names. */
  readonly tables: ReadonlyMap<string, ITable>;
  /** Encrypts the messages to operators too. */
  readonly dataKey: IKey;
}
