import type { StageFacts } from '@order-workflow/stage-kit';
import { Fn } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Alias, CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Apologies } from '../composition/apologies.ts';
import { acknowledge } from './acknowledgements.ts';
import { bundledFunction } from './bundled-function.ts';
import { type LogKeeping, orderLogs } from './order-logs.ts';
import { tableVariable } from './order-table.ts';
import { sharedCondition } from './shared-condition.ts';
import { stageNote, stageNoteKey } from './stage-note.ts';
import { StageRole } from './stage-role.ts';
import { tablesOf } from './tables-of.ts';

export interface StageFunctionProps {
  readonly stage: StageFacts;
  /** The stage that it undoes, where it is an undo. */
  readonly undone?: StageFacts | undefined;
  /** Of the stage that tells customers: what it says of the failures of others. */
  readonly apologies?: Apologies | undefined;
  /** The ways to pay that the workflow cannot wait for. */
  readonly unawaited?: readonly string[];
  /** The topic that the stage may publish to, if its manifest asks for it. */
  readonly notifications: ITopic;
  /** Values for the settings that manifests name. */
  readonly settings: Readonly<Record<string, string>>;
  /** What those settings are, where they only refer to parameters: a changed value is a new version of the function. */
  readonly settingValues: Readonly<Record<string, string>>;
  readonly logs: LogKeeping;
  /** The tables of the workflow, by their names, those that the manifest asks for among them. */
  readonly tables: ReadonlyMap<string, ITable>;
  /** The key that the manifest asks for. */
  readonly key?: ISecret;
  /** The most calls at once; zero for no limit, as without one. May be a parameter of the stack. */
  readonly concurrency?: number;
}

/** The function of a stage, from its built bundle, with what its manifest says and nothing more. */
export class StageFunction extends LambdaFunction {
  /**
   * What the state machine calls. A redriven execution keeps its definition, so it is through the alias that it meets
   * the version with the fix.
   */
  readonly live: Alias;

  constructor(
    scope: Construct,
    {
      stage,
      undone,
      apologies,
      unawaited = [],
      notifications,
      settings,
      settingValues,
      logs,
      tables,
      key,
      concurrency,
    }: StageFunctionProps,
  ) {
    const logGroup = orderLogs(scope, stage.functionName, logs);
    const role = new StageRole(scope, { stage, logGroup, notifications, settings, tables });
    super(scope, stage.functionName, {
      description: `${stage.stateName}: a stage of the order workflow`,
      ...bundledFunction(stage),
      environment: {
        ...pick(settings, settingsOf(stage)),
        ...(stage.access.notifications === 'publish' && { NOTIFICATIONS_TOPIC_ARN: notifications.topicArn }),
        ...(apologies && { APOLOGIES: JSON.stringify(apologies) }),
        ...(stage.unawaitedPayments && unawaited.length > 0 && { [stage.unawaitedPayments]: unawaited.join(',') }),
        ...tableNames(stage, tables),
        ...(stage.access.madeKey && key && { [stage.access.madeKey]: key.secretValue.unsafeUnwrap() }),
      },
      logGroup,
      role,
    });
    const { defaultChild } = this.node;
    if (defaultChild instanceof CfnFunction) defaultChild.addMetadata(stageNoteKey, stageNote(stage, undone));
    const values = Object.entries(pick(settingValues, settingsOf(stage))).filter(([, value]) => value !== '');
    if (values.length > 0) this.invalidateVersionBasedOn(JSON.stringify(values));
    this.live = new Alias(this, 'Live', { aliasName: 'live', version: this.currentVersion });
    if (concurrency !== undefined) limitConcurrency(scope, this, concurrency);
    acknowledge(this, 'functions');
    acknowledge(role, 'functions');
  }
}

/** Lambda takes zero for "never call it", so a limit of zero is left out of the template where it is deployed. */
function limitConcurrency(scope: Construct, stageFunction: StageFunction, most: number): void {
  const { defaultChild } = stageFunction.node;
  if (!(defaultChild instanceof CfnFunction)) return;
  const { logicalId } = sharedCondition(scope, 'Limited', most, 0);
  const limit = Fn.conditionIf(logicalId, most, Fn.ref('AWS::NoValue'));
  defaultChild.addPropertyOverride('ReservedConcurrentExecutions', limit);
}

function tableNames(stage: StageFacts, tables: ReadonlyMap<string, ITable>): Record<string, string> {
  const found = tablesOf(stage).flatMap(({ name }) => {
    const table = tables.get(name);
    return table ? [[tableVariable(name), table.tableName]] : [];
  });
  return Object.fromEntries(found);
}

/** The settings that a stage reads, with the ARN of its secret and the name of its event bus. */
function settingsOf({ settings, access: { secret, eventBus } }: StageFacts): readonly string[] {
  return [...settings, ...(secret ? [secret] : []), ...(eventBus ? [eventBus] : [])];
}

function pick(values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (name in values ? [[name, values[name] ?? '']] : [])));
}
