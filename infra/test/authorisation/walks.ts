import type { Template } from 'aws-cdk-lib/assertions';
import { account, type DeployedTemplate, deployed, region } from './deployed-template.ts';
import { assuming, keeping, keyActions, publishing, secure, sending, using, type Walk, walk } from './walk.ts';

/** CloudWatch says which alarm it speaks for. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html */
const byAlarm = (alarmArn: string) => ({ ...secure, 'aws:SourceAccount': account, 'aws:SourceArn': alarmArn });

/**
 * EventBridge says nothing of the rule to SNS, nor to a key: "EventBridge does not support the use of Condition blocks in
 * Amazon SNS topic policies". To SQS it does.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 */
const byRule = (ruleArn: string) => ({ ...secure, 'aws:SourceAccount': account, 'aws:SourceArn': ruleArn });

/** Every call that a deployed stack depends on, from the alarm, the rule, the subscription or the role that makes it. */
export function walksOf(template: Template, world?: Parameters<typeof deployed>[1]): readonly Walk[] {
  const stack = deployed(template, world);
  return [
    ...fromAlarms(stack),
    ...fromRules(stack),
    ...fromSubscriptions(stack),
    ...fromFunctions(stack),
    ...fromEventSources(stack),
    ...fromStateMachines(stack),
    ...fromLogGroups(stack),
    ...fromDeploymentGroups(stack),
  ];
}

function fromAlarms(stack: DeployedTemplate): readonly Walk[] {
  const caller = 'cloudwatch.amazonaws.com';
  return stack.ofType('AWS::CloudWatch::Alarm').flatMap(({ id, arn, properties }) => {
    const { AlarmActions = [], OKActions = [], InsufficientDataActions = [] } = properties;
    const actions: readonly string[] = [...AlarmActions, ...OKActions, ...InsufficientDataActions];
    return actions.flatMap((topic) =>
      publishing(stack, id, { caller, topic, context: byAlarm(arn), key: byAlarm(arn) }),
    );
  });
}

function fromRules(stack: DeployedTemplate): readonly Walk[] {
  const caller = 'events.amazonaws.com';
  return stack
    .ofType('AWS::Events::Rule')
    .flatMap(({ id, arn, properties }) =>
      (properties.Targets as readonly { Arn: string; DeadLetterConfig?: { Arn: string } }[]).flatMap((target) => [
        ...(target.Arn.includes(':sns:')
          ? publishing(stack, id, { caller, topic: target.Arn, context: secure, key: secure })
          : sending(stack, id, { caller, queue: target.Arn, context: byRule(arn), key: secure })),
        ...(target.DeadLetterConfig
          ? sending(stack, id, { caller, queue: target.DeadLetterConfig.Arn, context: byRule(arn), key: secure })
          : []),
      ]),
    );
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html */
function fromSubscriptions(stack: DeployedTemplate): readonly Walk[] {
  return stack
    .ofType('AWS::SNS::Subscription')
    .filter(({ properties }) => properties.Protocol === 'sqs')
    .flatMap(({ id, properties }) => {
      const context = { ...secure, 'aws:SourceAccount': account, 'aws:SourceArn': properties.TopicArn };
      return sending(stack, id, { caller: 'sns.amazonaws.com', queue: properties.Endpoint, context, key: context });
    });
}

function fromFunctions(stack: DeployedTemplate): readonly Walk[] {
  return stack.ofType('AWS::Lambda::Function').flatMap(({ id, properties }) => {
    const { Role: caller, LoggingConfig, Environment } = properties;
    const {
      NOTIFICATIONS_TOPIC_ARN: topic,
      ORDERS_TABLE_NAME,
      LETTERS_TABLE_NAME,
      ...variables
    } = Environment?.Variables ?? {};
    const table = ORDERS_TABLE_NAME ?? LETTERS_TABLE_NAME;
    const { SES_CONFIGURATION_SET: configurationSet, NOTICE_SENDER: sender, EVENT_BUS_NAME: bus } = variables;
    const logs = `arn:aws:logs:${region}:${account}:log-group:${LoggingConfig.LogGroup}:*`;
    return [
      ...assuming(stack, id, { caller: 'lambda.amazonaws.com', role: caller, context: {} }),
      ...['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) =>
        walk(stack, id, { caller, action, resource: logs, context: secure }),
      ),
      ...(topic ? publishing(stack, id, { caller, topic, context: secure, key: secure }) : []),
      ...(table ? keeping(stack, id, { caller, table: `arn:aws:dynamodb:${region}:${account}:table/${table}` }) : []),
      ...(bus ? [walk(stack, id, { caller, action: 'events:PutEvents', resource: busArn(bus), context: secure })] : []),
      ...(configurationSet ? mailing(stack, id, { caller, sender, configurationSet }) : []),
    ];
  });
}

function busArn(name: string): string {
  return `arn:aws:events:${region}:${account}:event-bus/${name}`;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html: the function's own role polls the queue. */
function fromEventSources(stack: DeployedTemplate): readonly Walk[] {
  return stack.ofType('AWS::Lambda::EventSourceMapping').flatMap(({ id, properties }) => {
    const { EventSourceArn: queue, FunctionName: name } = properties;
    const polled = stack.ofType('AWS::Lambda::Function').find(({ arn }) => arn.endsWith(`:${name}`));
    const caller: string = polled?.properties.Role ?? '';
    const ofQueue = { ...secure, 'kms:EncryptionContext:aws:sqs:arn': queue };
    return [
      ...['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) =>
        walk(stack, id, { caller, action: `sqs:${action}`, resource: queue, context: secure }),
      ),
      walk(stack, id, { caller, action: 'kms:Decrypt', resource: stack.keyOf(queue) ?? '', context: ofQueue }),
    ];
  });
}

/** SES asks for the identity, of the address or its domain, and for the configuration set. */
function mailing(
  stack: DeployedTemplate,
  from: string,
  { caller, sender, configurationSet }: { caller: string; sender: string; configurationSet: string },
) {
  const resources = [`identity/${sender}`, `identity/${sender.split('@')[1]}`, `configuration-set/${configurationSet}`];
  return resources.map((resource) =>
    walk(stack, from, {
      caller,
      action: 'ses:SendEmail',
      resource: `arn:aws:ses:${region}:${account}:${resource}`,
      context: { ...secure, 'ses:FromAddress': sender },
    }),
  );
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html for what it needs of the key, and when. */
function fromStateMachines(stack: DeployedTemplate): readonly Walk[] {
  return stack.ofType('AWS::StepFunctions::StateMachine').flatMap(({ id, arn, properties }) => {
    const { RoleArn: caller, DefinitionString, EncryptionConfiguration, LoggingConfiguration } = properties;
    const context = { 'aws:SourceAccount': account, 'aws:SourceArn': arn };
    const key = EncryptionConfiguration.KmsKeyId;
    const ofMachine = { 'kms:EncryptionContext:aws:states:stateMachineArn': arn };
    // The delivery of logs says it with a star at the end, which is no wildcard there.
    const ofLogs = { 'kms:EncryptionContext:SourceArn': `arn:aws:logs:${region}:${account}:*` };
    const { States }: { States: Record<string, { Arguments?: TaskArguments }> } = JSON.parse(DefinitionString);
    return [
      ...assuming(stack, id, { caller: 'states.amazonaws.com', role: caller, context }),
      ...using(stack, id, key, { caller, context: ofMachine }),
      walk(stack, id, { caller, action: 'kms:GenerateDataKey', resource: key, context: ofLogs }),
      ...LoggingConfiguration.Destinations.map(() =>
        walk(stack, id, { caller, action: 'logs:CreateLogDelivery', resource: '*', context: secure }),
      ),
      ...Object.values(States).flatMap(({ Arguments = {} }) => {
        const { FunctionName: called, QueueUrl: queue, ExecutionArn: stopped } = Arguments;
        return [
          ...(stopped ? stopping(stack, id, { caller, key, stopped }) : []),
          ...(called
            ? [walk(stack, id, { caller, action: 'lambda:InvokeFunction', resource: called, context: secure })]
            : []),
          ...(queue ? sending(stack, id, { caller, queue: queueArn(queue), context: secure, key: secure }) : []),
        ];
      }),
    ];
  });
}

interface TaskArguments {
  readonly FunctionName?: string;
  readonly QueueUrl?: string;
  /** JSONata that ends in the name of the execution. */
  readonly ExecutionArn?: string;
}

/** Whoever stops an execution writes why, under the key of its machine (StopExecution). */
function stopping(
  stack: DeployedTemplate,
  from: string,
  { caller, key, stopped }: { readonly caller: string; readonly key: string; readonly stopped: string },
) {
  const [, executions = ''] = /"(arn:[^"]+:)"/.exec(stopped) ?? [];
  const machine = executions.replace(':execution:', ':stateMachine:').replace(/:$/, '');
  return [
    walk(stack, from, {
      caller,
      action: 'states:StopExecution',
      resource: `${executions}order-12345`,
      context: secure,
    }),
    ...using(stack, from, key, { caller, context: { 'kms:EncryptionContext:aws:states:stateMachineArn': machine } }),
  ];
}

/** A queue of elsewhere is known by its URL. */
function queueArn(queue: string): string {
  const [, name] = /^https:\/\/sqs\.[^/]+\/\d+\/(.+)$/.exec(queue) ?? [];
  return name === undefined ? queue : `arn:aws:sqs:${region}:${account}:${name}`;
}

/** CloudWatch Logs encrypts each log group, and its delivery decrypts what it is sent. */
function fromLogGroups(stack: DeployedTemplate): readonly Walk[] {
  return stack.ofType('AWS::Logs::LogGroup').flatMap(({ id, arn, properties }) => {
    const caller = `logs.${region}.amazonaws.com`;
    const context = { 'kms:EncryptionContext:aws:logs:arn': arn.replace(/:\*$/, '') };
    const delivery = { caller: 'delivery.logs.amazonaws.com', action: 'kms:Decrypt', context: {} };
    return [
      ...['kms:Encrypt', ...keyActions, 'kms:DescribeKey'].map((action) =>
        walk(stack, id, { caller, action, resource: properties.KmsKeyId, context }),
      ),
      walk(stack, id, { ...delivery, resource: properties.KmsKeyId }),
    ];
  });
}

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRoleForLambdaLimited.html */
function fromDeploymentGroups(stack: DeployedTemplate): readonly Walk[] {
  return stack.ofType('AWS::CodeDeploy::DeploymentGroup').flatMap(({ id, properties }) => {
    const { ServiceRoleArn: caller, AlarmConfiguration } = properties;
    const aliases = stack.ofType('AWS::Lambda::Alias').filter((one) => id.includes(nameOfStage(one.id)));
    const calls = aliases.flatMap(({ arn }) => [
      { action: 'lambda:GetAlias', resource: arn.replace(/:live$/, '') },
      { action: 'lambda:UpdateAlias', resource: arn.replace(/:live$/, '') },
      { action: 'lambda:GetProvisionedConcurrencyConfig', resource: arn },
    ]);
    const alarms = (AlarmConfiguration.Alarms as readonly { Name: string }[]).map(({ Name }) => ({
      action: 'cloudwatch:DescribeAlarms',
      resource: `arn:aws:cloudwatch:${region}:${account}:alarm:${Name}`,
    }));
    if (aliases.length !== 1) throw new RangeError(`${id} moves ${aliases.length} aliases`);
    return [
      ...assuming(stack, id, { caller: 'codedeploy.amazonaws.com', role: caller, context: {} }),
      ...[...calls, ...alarms].map((call) => walk(stack, id, { caller, ...call, context: secure })),
    ];
  });
}

/** `ValidateOrderFunction` of `OrdersValidateOrderFunctionLive…` */
function nameOfStage(aliasId: string): string {
  return /^Orders(\w+?Function)Live/.exec(aliasId)?.[1] ?? aliasId;
}
