import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { StageFacts } from '@order-workflow/order-domain';
import { Duration } from 'aws-cdk-lib';
import {
  Alias,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledgements.ts';
import { type LogKeeping, orderLogs } from './order-logs.ts';
import { StageRole } from './stage-role.ts';

export interface StageFunctionProps {
  readonly stage: StageFacts;
  /** The topic that the stage may publish to, if its manifest asks for it. */
  readonly notifications: ITopic;
  /** Values for the settings that manifests name. */
  readonly settings: Readonly<Record<string, string>>;
  readonly logs: LogKeeping;
}

/** The function of a stage, from its built bundle, with what its manifest says and nothing more. */
export class StageFunction extends LambdaFunction {
  /**
   * What the state machine calls. A redriven execution keeps its definition, so it is through the alias that it meets
   * the version with the fix.
   */
  readonly live: Alias;

  constructor(scope: Construct, { stage, notifications, settings, logs }: StageFunctionProps) {
    const { encryptionKey } = logs;
    const logGroup = orderLogs(scope, stage.functionName, logs);
    const role = new StageRole(scope, { stage, logGroup, notifications, encryptionKey });
    super(scope, stage.functionName, {
      description: `${stage.stateName}: a stage of the order workflow`,
      code: Code.fromAsset(bundleFolder(stage)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: stage.memoryMb,
      timeout: Duration.seconds(stage.timeoutSeconds),
      environment: {
        ...pick(settings, stage.settings),
        ...(stage.access.notifications === 'publish' && { NOTIFICATIONS_TOPIC_ARN: notifications.topicArn }),
      },
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role,
    });
    this.live = new Alias(this, 'Live', { aliasName: 'live', version: this.currentVersion });
    acknowledge(this, 'functions');
    acknowledge(role, 'functions');
  }
}

/** The folder of the built bundle, whose asset is the function's code. */
function bundleFolder({ bundle, stateName }: StageFacts): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(bundle));
  } catch (cause) {
    throw new Error(`${stateName}: ${bundle} is not built. Run "pnpm build" first.`, { cause });
  }
}

function pick(values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (name in values ? [[name, values[name] ?? '']] : [])));
}
