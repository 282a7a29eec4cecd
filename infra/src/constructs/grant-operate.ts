import { Fn, Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { CustomerMail } from './customer-mail.ts';
import { mayUseExecutions } from './may-use-executions.ts';
import type { OrderStateMachine } from './order-state-machine.ts';
import type { StageFunction } from './stage-function.ts';

export interface OperatedOrders {
  readonly stateMachine: OrderStateMachine;
  readonly cancellation?: OrderStateMachine | undefined;
  readonly placeOrdersAt: string;
  readonly undeliveredNotices: IQueue;
  readonly notice: StageFunction;
  readonly stageFunctions: ReadonlyMap<unknown, StageFunction>;
  readonly mail?: CustomerMail | undefined;
  readonly dataKey: IKey;
}

/** What is read and moved of queues in which something waits for a person (StartMessageMoveTask sends as whoever asked for it). */
const queueActions = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:SendMessage',
  'sqs:GetQueueAttributes',
  'sqs:StartMessageMoveTask',
  'sqs:ListMessageMoveTasks',
];

/**
 * Lets somebody do what docs/runbook.md tells: read executions, redrive them, cancel an order, replay notices, move letters back,
 * and read logs. No order can be placed with it, no execution stopped or changed, no item of a table read or written.
 */
export function grantOperate(grantee: IGrantable, orders: OperatedOrders): Grant {
  const { stateMachine, cancellation, placeOrdersAt, undeliveredNotices, notice, mail, dataKey } = orders;
  const machines = [stateMachine, ...(cancellation ? [cancellation] : [])];
  const may = (actions: readonly string[], ...resourceArns: string[]) =>
    Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns });
  const ofExecutions = [
    'DescribeExecution',
    'DescribeStateMachineForExecution',
    'GetExecutionHistory',
    'RedriveExecution',
  ];
  const functions = [...orders.stageFunctions.values(), ...(mail ? [mail.sendLetters] : [])];
  const logs = [...machines, ...functions].map(({ logGroup }) => logGroup);
  const grants = [
    may(
      ['states:ListExecutions', 'states:DescribeStateMachine'],
      ...new Set([...machines.map(({ stateMachineArn }) => stateMachineArn), placeOrdersAt]),
    ),
    may(
      ofExecutions.map((action) => `states:${action}`),
      ...machines.map((machine) => machine.executionArn('*')),
    ),
    ...(cancellation ? [may(['states:StartExecution'], cancellation.stateMachineArn)] : []),
    mayUseExecutions(grantee, machines, dataKey),
    may(['lambda:InvokeFunction'], notice.live.functionArn),
    may(queueActions, undeliveredNotices.queueArn, ...(mail ? lettersOf(mail) : [])),
    mayUseQueues(grantee, Stack.of(notice), [
      undeliveredNotices.encryptionMasterKey ?? dataKey,
      ...(mail ? [dataKey] : []),
    ]),
    may(['logs:FilterLogEvents', 'logs:StartQuery'], ...logs.map((group) => logsOf(group, mail))),
    // It has no resources: a query is known by its id.
    may(['logs:GetQueryResults'], '*'),
    ...(mail ? [may(['ses:GetAccount', 'ses:GetSuppressedDestination'], '*')] : []),
  ];
  return grants.reduce((all, one) => all.combine(one));
}

/** The queues of letters, where they are deployed: no list of resources is empty where they are not. */
function lettersOf({ undeliveredLetters, letters, condition }: CustomerMail): readonly string[] {
  return [undeliveredLetters, letters].map(({ queueArn }) => whereDeployed(queueArn, condition));
}

function logsOf(group: ILogGroup, mail: CustomerMail | undefined): string {
  const ofMail = group === mail?.sendLetters.logGroup;
  return ofMail ? whereDeployed(group.logGroupArn, mail?.condition) : group.logGroupArn;
}

function whereDeployed(arn: string, condition: CustomerMail['condition']): string {
  return condition ? Fn.conditionIf(condition.logicalId, arn, Fn.ref('AWS::NoValue')).toString() : arn;
}

/** SQS uses the key of a queue as whoever asks it for messages. */
function mayUseQueues(grantee: IGrantable, { region, urlSuffix }: Stack, keys: readonly IKey[]): Grant {
  return Grant.addToPrincipal({
    grantee,
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resourceArns: [...new Set(keys.map(({ keyArn }) => keyArn))],
    conditions: { StringEquals: { 'kms:ViaService': `sqs.${region}.${urlSuffix}` } },
  });
}
