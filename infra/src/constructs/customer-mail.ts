import { mailer, mailerVariables, returnEvents } from '@order-workflow/mailer';
import { type CfnCondition, CfnResource, Duration, Stack, Token } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ConfigurationSet, EmailSendingEvent, EventDestination, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
import { type ITopic, Subscription, SubscriptionFilter, SubscriptionProtocol } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledgements.ts';
import { bundledFunction } from './bundled-function.ts';
import { letterTable } from './letter-table.ts';
import { MailerRole } from './mailer-role.ts';
import { type LogKeeping, orderLogs } from './order-logs.ts';
import { sharedCondition } from './shared-condition.ts';
import { waitingQueue } from './waiting-queue.ts';

export interface CustomerMailProps {
  /** From whom letters come; where it is a parameter, nothing of this is deployed while that is empty. */
  readonly sender: string;
  /** The topic of notices. */
  readonly notifications: ITopic;
  readonly logs: LogKeeping;
}

/** Writes to customers: topic → queue → function → Amazon SES, and back what SES tells of bounces and complaints. */
export class CustomerMail extends Construct {
  /** Letters that could not be sent, and wait for a person. */
  readonly undeliveredLetters: Queue;
  /** Notices on their way to be letters; what waits above is moved back into it. */
  readonly letters: Queue;
  readonly sendLetters: LambdaFunction;
  /** Under which all of it is deployed, where the sender is a parameter. */
  readonly condition: CfnCondition | undefined;

  constructor(scope: Construct, id: string, { sender, notifications, logs }: CustomerMailProps) {
    super(scope, id);
    const { encryptionKey } = logs;
    this.undeliveredLetters = waitingQueue(this, 'UndeliveredLetters', encryptionKey);
    this.letters = new Queue(this, 'Letters', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(mailer.visibilitySeconds),
      deadLetterQueue: { queue: this.undeliveredLetters, maxReceiveCount: mailer.tries },
    });
    const queue = this.letters;
    this.#subscribe(queue, notifications, encryptionKey);
    const configurationSet = new ConfigurationSet(this, 'Returns', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.#tellOfReturns(configurationSet, queue);
    const table = letterTable(this, { encryptionKey });
    const logGroup = orderLogs(this, mailer.functionName, logs);
    const role = new MailerRole(this, `${mailer.functionName}Role`, { sender, configurationSet, table, logGroup });
    this.sendLetters = new LambdaFunction(this, mailer.functionName, {
      description: 'Writes to customers: a letter of each notice that is theirs',
      ...bundledFunction({ ...mailer, stateName: 'The mailer' }),
      environment: {
        [mailerVariables.sender]: sender,
        [mailerVariables.table]: table.tableName,
        [mailerVariables.configurationSet]: configurationSet.configurationSetName,
      },
      logGroup,
      role,
    });
    // Few at once: SES takes 14 letters a second of an account that has just left the sandbox, and one within it.
    this.sendLetters.addEventSource(
      new SqsEventSource(queue, { batchSize: mailer.batchSize, reportBatchItemFailures: true, maxConcurrency: 4 }),
    );
    acknowledge(this, 'mailer');
    if (!Token.isUnresolved(sender)) return;
    this.condition = sharedCondition(scope, 'NOTICE_SENDER_GIVEN', sender, '');
    for (const child of this.node.findAll())
      if (child instanceof CfnResource) child.cfnOptions.condition = this.condition;
  }

  /**
   * The CDK's own subscription lets the topic use the key by the topic's ARN, and a topic that the same key encrypts waits for the
   * key: a circle. https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html
   */
  #subscribe(queue: Queue, topic: ITopic, key: IKey): void {
    new Subscription(this, 'Subscription', {
      topic,
      protocol: SubscriptionProtocol.SQS,
      endpoint: queue.queueArn,
      // A notice to nobody whose address can be read is no letter.
      filterPolicy: { customerEmail: SubscriptionFilter.existsFilter() },
      deadLetterQueue: this.undeliveredLetters,
    });
    const principals = [new ServicePrincipal('sns.amazonaws.com')];
    queue.addToResourcePolicy(
      new PolicyStatement({
        principals,
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': topic.topicArn } },
      }),
    );
    key.addToResourcePolicy(
      new PolicyStatement({
        principals,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  /** SES tells the account's own event bus, and that the queue: https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html */
  #tellOfReturns(configurationSet: ConfigurationSet, queue: Queue): void {
    const { configurationSetName: name } = configurationSet;
    configurationSet.addEventDestination('ReturnsToBus', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    new Rule(this, 'Returned', {
      description: 'Letters to customers that came back, or were not wanted',
      eventPattern: {
        source: ['aws.ses'],
        detailType: [...returnEvents],
        detail: { mail: { tags: { 'ses:configuration-set': [name] } } },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue: this.undeliveredLetters })],
    });
  }
}
