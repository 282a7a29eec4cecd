import type { DeployedStack } from './deployed-stacks.ts';
import type { SynthesizedTemplate } from './synthesized-template.ts';

/** What is counted, in the order in which people think of it. */
const counted = {
  'AWS::Lambda::Function': 'functions',
  'AWS::StepFunctions::StateMachine': 'state machine',
  'AWS::SNS::Topic': 'topics',
  'AWS::SQS::Queue': 'queues',
  'AWS::CloudWatch::Alarm': 'alarms',
  'AWS::KMS::Key': 'key',
} as const;

/** What stands after a deployment, how to place the first order, and where to look: for people, in plain text. */
export function describeDeployment(stack: DeployedStack, { Resources }: SynthesizedTemplate): string {
  const [, , , region = '', account = '', path = ''] = stack.arn.split(':');
  const { PlaceOrdersAt, StateMachineArn, DashboardName, ExecutionLogs, OperationsTopicArn, NotificationsTopicArn } =
    stack.outputs;
  const types = Object.values(Resources).map(({ Type }) => Type);
  const counts = Object.entries(counted)
    .map(([type, name]) => [types.filter((one) => one === type).length, name] as const)
    .filter(([count]) => count > 0);
  const console = `https://${region}.console.aws.amazon.com`;
  return [
    `${path.split('/')[1]} stands in account ${account}, ${region}: ${counts.map((pair) => pair.join(' ')).join(', ')}.`,
    ...Object.entries(stack.parameters)
      .filter(([name]) => name !== 'BootstrapVersion')
      .map(([name, value]) => `  ${name}: ${value === '' ? '(not set)' : value}`),
    '',
    'Place the first order, from the root of the repository:',
    `  aws stepfunctions start-execution --region ${region} --name order-12345 \\`,
    `    --state-machine-arn ${PlaceOrdersAt} \\`,
    '    --input file://examples/orders/sample.json',
    '',
    'Be told, as a customer and as an operator:',
    `  aws sns subscribe --region ${region} --protocol email --notification-endpoint YOU@EXAMPLE.COM --topic-arn ${NotificationsTopicArn}`,
    `  aws sns subscribe --region ${region} --protocol email --notification-endpoint YOU@EXAMPLE.COM --topic-arn ${OperationsTopicArn}`,
    '',
    'Look:',
    `  executions  ${console}/states/home?region=${region}#/statemachines/view/${encodeURIComponent(StateMachineArn ?? '')}`,
    `  dashboard   ${console}/cloudwatch/home?region=${region}#dashboards/dashboard/${DashboardName}`,
    `  logs        ${console}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${logGroupPath(ExecutionLogs)}`,
    `  resources   ${console}/cloudformation/home?region=${region}#/stacks/resources?stackId=${encodeURIComponent(stack.arn)}`,
  ].join('\n');
}

/** The console's address of a log group is encoded twice, with $ for %. */
function logGroupPath(name = ''): string {
  return encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
}
