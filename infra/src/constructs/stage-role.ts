import type { StageFacts } from '@order-workflow/stage-kit';
import { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnPolicy, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { mayKeepItems } from './may-keep-items.ts';
import { sharedCondition } from './shared-condition.ts';
import { tablesOf } from './tables-of.ts';

export interface StageRoleProps {
  readonly stage: StageFacts;
  readonly logGroup: ILogGroup;
  readonly notifications: ITopic;
  /** Values for the settings that manifests name; the ARN of the stage's secret and the name of its event bus are among them. */
  readonly settings: Readonly<Record<string, string>>;
  /** The tables of the workflow, by their names, those that the manifest asks for among them. */
  readonly tables: ReadonlyMap<string, ITable>;
}

const tableActions = {
  read: ['dynamodb:GetItem'],
  put: ['dynamodb:GetItem', 'dynamodb:PutItem'],
  write: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
};

/** What a stage's function may do: write its own log, and what its manifest asks for. Tracing is added by the function. */
export class StageRole extends Role {
  constructor(scope: Construct, { stage, logGroup, notifications, settings, tables }: StageRoleProps) {
    super(scope, `${stage.functionName}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `${stage.stateName}: a stage of the order workflow`,
    });
    logGroup.grantWrite(this);
    if (stage.access.notifications === 'publish') {
      this.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [notifications.topicArn] }));
      const { masterKey } = notifications;
      // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
      if (masterKey)
        this.addToPolicy(
          new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [masterKey.keyArn] }),
        );
    }
    for (const { name, may } of tablesOf(stage)) {
      const table = tables.get(name);
      if (table) mayKeepItems(this, table, tableActions[may]);
    }
    const { secret, eventBus } = stage.access;
    const secretArn = settings[secret ?? ''];
    if (secret && secretArn !== undefined)
      mayWhereGiven(scope, this, `${stage.functionName}Secret`, {
        ...{ setting: secret, value: secretArn },
        ...{ action: 'secretsmanager:GetSecretValue', resource: secretArn },
      });
    const bus = settings[eventBus ?? ''];
    if (eventBus && bus !== undefined && bus !== '')
      mayWhereGiven(scope, this, `${stage.functionName}Events`, {
        ...{ setting: eventBus, value: bus, action: 'events:PutEvents' },
        resource: Stack.of(this).formatArn({ service: 'events', resource: 'event-bus', resourceName: bus }),
      });
  }
}

interface GivenAccess {
  /** The name of the setting, and its value: a parameter, or empty where a deployment does without. */
  readonly setting: string;
  readonly value: string;
  readonly action: string;
  readonly resource: string;
}

/**
 * The value is a parameter, and empty where a deployment does without: then nothing is granted. The policy stands beside
 * the role and not in it, where the function would depend on it and might find that it does not exist.
 */
function mayWhereGiven(
  scope: Construct,
  role: StageRole,
  id: string,
  { setting, value, action, resource }: GivenAccess,
): void {
  const statements = [new PolicyStatement({ actions: [action], resources: [resource] })];
  const policy = new Policy(scope, id, { roles: [role], statements });
  const { defaultChild } = policy.node;
  if (defaultChild instanceof CfnPolicy)
    defaultChild.cfnOptions.condition = sharedCondition(scope, `${setting}_GIVEN`, value, '');
}
