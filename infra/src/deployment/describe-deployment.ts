import { serviceParameters } from './assert-services.ts';
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
  const sender = stack.parameters['NoticeSender'] ?? '';
  // What counts here and is under a condition is the mailer's.
  const standing = Object.values(Resources).filter(({ Condition }) => Condition === undefined || sender !== '');
  const types = standing.map(({ Type }) => Type);
  const counts = Object.entries(counted)
    .map(([type, name]) => [types.filter((one) => one === type).length, name] as const)
    .filter(([count]) => count > 0);
  const simulated = serviceParameters(stack.parameters).filter((name) => stack.parameters[name] === '');
  const subscribe = `aws sns subscribe --region ${region} --protocol email --notification-endpoint YOU@EXAMPLE.COM`;
  const console = `https://${region}.console.aws.amazon.com`;
  return [
    `${path.split('/')[1]} stands in account ${account}, ${region}: ${counts.map((pair) => pair.join(' ')).join(', ')}.`,
    ...Object.entries(stack.parameters)
      .filter(([name]) => name !== 'BootstrapVersion')
      .map(
        ([name, value]) =>
          `  ${name}: ${value === '' ? '(not set)' : value}${simulated.includes(name) ? ', so SIMULATED' : ''}${name === 'NoticeSender' && value === '' ? ', so NO CUSTOMER IS WRITTEN TO' : ''}`,
      ),
    ...(simulated.length > 0
      ? [
          '',
          `SIMULATED: no money moves and no parcel leaves, since ${simulated.join(' and ')} ${simulated.length === 1 ? 'is' : 'are'} not set.`,
        ]
      : []),
    '',
    'Place the first order, from the root of the repository:',
    `  aws stepfunctions start-execution --region ${region} --name order-12345 \\`,
    `    --state-machine-arn ${PlaceOrdersAt} \\`,
    '    --input file://examples/orders/sample.json',
    '',
    'Be told, as an operator, of alarms and of executions that ended badly:',
    `  ${subscribe} --topic-arn ${OperationsTopicArn}`,
    '',
    ...(sender === '' ? unwritten : writtenFrom(sender, region)),
    '',
    'See the notices to all customers, with their orders in them: whoever subscribes gets every one:',
    `  ${subscribe} --topic-arn ${NotificationsTopicArn}`,
    'Those to one customer alone:',
    `  ${subscribe} --topic-arn ${NotificationsTopicArn} \\`,
    `    --attributes '{"FilterPolicy": "{\\"customerEmail\\": [\\"CUSTOMER@EXAMPLE.COM\\"]}"}'`,
    '',
    'Look:',
    `  executions  ${console}/states/home?region=${region}#/statemachines/view/${encodeURIComponent(StateMachineArn ?? '')}`,
    `  dashboard   ${console}/cloudwatch/home?region=${region}#dashboards/dashboard/${DashboardName}`,
    `  logs        ${console}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${logGroupPath(ExecutionLogs)}`,
    `  resources   ${console}/cloudformation/home?region=${region}#/stacks/resources?stackId=${encodeURIComponent(stack.arn)}`,
  ].join('\n');
}

const unwritten = [
  'NO CUSTOMER IS WRITTEN TO: notices go to the topic, which cannot write to one person. Verify a sender, and say it:',
  '  pnpm run deploy --parameters NoticeSender=ORDERS@EXAMPLE.COM   (docs/deploying.md#write-to-customers)',
];

function writtenFrom(sender: string, region: string): readonly string[] {
  return [
    `Each customer is written to from ${sender}, once SES may: whether it is verified, and the account out of the sandbox:`,
    `  aws sesv2 get-email-identity --region ${region} --email-identity ${sender.split('@')[1]} --query VerificationStatus`,
    `  aws sesv2 get-account --region ${region} --query ProductionAccessEnabled`,
  ];
}

/** The console's address of a log group is encoded twice, with $ for %. */
function logGroupPath(name = ''): string {
  return encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
}
