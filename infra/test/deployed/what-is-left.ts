import { ListStacksCommand } from '@aws-sdk/client-cloudformation';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListStateMachinesCommand } from '@aws-sdk/client-sfn';
import { ListTopicsCommand } from '@aws-sdk/client-sns';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import type { AwsClients } from './aws-clients.ts';

/** Everything in the account that the order workflow may have left, apart from what the CDK keeps for itself. */
export async function whatIsLeft(clients: AwsClients): Promise<readonly string[]> {
  const [stacks, functions, machines, topics, queues, tables] = await Promise.all([
    clients.cloudFormation.send(new ListStacksCommand({})),
    clients.lambda.send(new ListFunctionsCommand({})),
    clients.sfn.send(new ListStateMachinesCommand({})),
    clients.sns.send(new ListTopicsCommand({})),
    clients.sqs.send(new ListQueuesCommand({})),
    clients.dynamoDb.send(new ListTablesCommand({})),
  ]);
  return [
    ...(stacks.StackSummaries ?? [])
      .filter(({ StackName, StackStatus }) => StackName !== 'CDKToolkit' && StackStatus !== 'DELETE_COMPLETE')
      .map(({ StackName, StackStatus }) => `stack ${StackName} (${StackStatus})`),
    ...(functions.Functions ?? []).map(({ FunctionName }) => `function ${FunctionName}`),
    ...(machines.stateMachines ?? []).map(({ name }) => `state machine ${name}`),
    ...(topics.Topics ?? []).map(({ TopicArn }) => `topic ${TopicArn}`),
    ...(queues.QueueUrls ?? []).map((url) => `queue ${url}`),
    ...(tables.TableNames ?? []).map((name) => `table ${name}`),
  ];
}
