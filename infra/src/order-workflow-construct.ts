import type { StageFacts } from '@order-workflow/order-domain';
import { Duration } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledgements.ts';
import { planWorkflow, type StagePlan } from './composition/plan.ts';
import type { CompleteWorkflow } from './composition/workflow.ts';
import { type DeploymentStage, deploymentStage } from './deployment-stage.ts';
import { OrderDataKey } from './order-data-key.ts';
import type { LogKeeping } from './order-logs.ts';
import { OrderStateMachine } from './order-state-machine.ts';
import { StageFunction } from './stage-function.ts';

export interface OrderWorkflowProps {
  readonly workflow: CompleteWorkflow;
  /** Values for the settings that the stages' manifests name, such as `PAYMENT_GATEWAY_URL`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The most calls at once of each function but the undos', which nothing may hold up; zero, as without it, for no limit. */
  readonly concurrency?: number;
  /**
   * What the settings are, where `settings` only refers to parameters. The alias calls a published version, which keeps
   * the environment that it was published with; the template alone does not show that a parameter has changed.
   */
  readonly settingValues?: Readonly<Record<string, string>>;
  /** How it is kept; as `dev` unless given. */
  readonly stage?: DeploymentStage;
}

/** A workflow deployed: its functions, its state machine, the topic and the queue of undelivered notices. */
export class OrderWorkflow extends Construct {
  readonly stateMachine: OrderStateMachine;
  readonly notifications: Topic;
  readonly undeliveredNotices: Queue;
  /** Encrypts wherever an order can rest. */
  readonly dataKey: OrderDataKey;
  /** The function of each stage, in the order of the workflow. */
  readonly stageFunctions: ReadonlyMap<StageFacts, StageFunction>;
  /** The function that tells the customer. */
  readonly notice: StageFunction;

  constructor(scope: Construct, id: string, props: OrderWorkflowProps) {
    super(scope, id);
    const { workflow, settings = {}, settingValues = {}, concurrency, stage: deployment = deploymentStage() } = props;
    const encryptionKey = new OrderDataKey(this, 'DataKey');
    this.dataKey = encryptionKey;
    const { logRetention: retention, removalPolicy } = deployment;
    const logs: LogKeeping = { encryptionKey, retention, removalPolicy };
    this.notifications = new Topic(this, 'Notifications', { enforceSSL: true, masterKey: encryptionKey });
    this.undeliveredNotices = new Queue(this, 'UndeliveredNotices', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const { notifications } = this;
    const functions = new Map<StageFacts, StageFunction>();
    const plan = planWorkflow(workflow);
    const undos = new Set(workflow.steps.map(({ undo }) => undo));
    for (const { stage } of plan.filter((planned): planned is StagePlan => planned.kind === 'stage'))
      functions.set(
        stage,
        new StageFunction(this, {
          stage,
          notifications,
          settings,
          settingValues,
          logs,
          ...(concurrency !== undefined && !undos.has(stage) && { concurrency }),
        }),
      );
    this.stageFunctions = functions;
    this.notice = functionOf(functions, workflow.notice);
    this.stateMachine = new OrderStateMachine(this, 'StateMachine', {
      plan,
      functionOf: (stage) => functionOf(functions, stage).live,
      undeliveredNotices: this.undeliveredNotices,
      logs,
    });
    acknowledge(this.undeliveredNotices, 'waitingQueues');
    acknowledge(this.stateMachine, 'stateMachine');
  }
}

function functionOf(functions: ReadonlyMap<StageFacts, StageFunction>, stage: StageFacts): StageFunction {
  const found = functions.get(stage);
  if (!found) throw new RangeError(`${stage.stateName} has no function`);
  return found;
}
