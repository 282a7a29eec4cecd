import type { StageFacts } from '@order-workflow/stage-kit';
import { Annotations, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { apologiesOf } from './composition/apologies.ts';
import { planWorkflow } from './composition/plan.ts';
import type { StagePlan } from './composition/planned-state.ts';
import type { CompleteWorkflow } from './composition/workflow.ts';
import { unawaitedPayments } from './composition/workflow.ts';
import { acknowledge } from './constructs/acknowledgements.ts';
import { cancellationMachine } from './constructs/cancellation-machine.ts';
import { CustomerMail } from './constructs/customer-mail.ts';
import { grantOperate } from './constructs/grant-operate.ts';
import { grantPlaceOrders } from './constructs/grant-place-orders.ts';
import { letLogsUse } from './constructs/let-logs-use.ts';
import { madeKey } from './constructs/made-key.ts';
import type { LogKeeping } from './constructs/order-logs.ts';
import { OrderStateMachine } from './constructs/order-state-machine.ts';
import { stageTable } from './constructs/order-table.ts';
import { StageFunction } from './constructs/stage-function.ts';
import { tablesOfAll } from './constructs/tables-of.ts';
import { waitingQueue } from './constructs/waiting-queue.ts';
import { cancellationOf, orderCancellation } from './order-cancellation.ts';
import { cutPatience } from './policy/cut-patience.ts';
import { timeLimits } from './policy/time-limits.ts';
import type { WorkflowType } from './policy/workflow-type.ts';
import { GradualFunctions } from './release/gradual-functions.ts';
import { GradualStateMachine } from './release/gradual-state-machine.ts';
import { type DeploymentEnvironment, deploymentEnvironment } from './settings/deployment-environment.ts';
import { judgeServices, type ServicesGiven } from './settings/judge-services.ts';
import { serviceAddresses } from './settings/service-rules.ts';

export interface OrderWorkflowProps {
  readonly workflow: CompleteWorkflow;
  /**
   * Values for the settings that the stages' manifests name, such as `PAYMENT_GATEWAY_URL`. Without the address of its service a
   * stage simulates it: give all addresses or none, and in `prod` all, unless `simulatedServices` says otherwise. `NOTICE_SENDER`
   * is the address from which customers are written to; without it none is. `EVENT_BUS_NAME` is the name of the event bus on which
   * others hear how orders end; without it nobody does.
   */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether payments and parcels are simulated in `prod`, too, knowingly. No address is given then. */
  readonly simulatedServices?: boolean;
  /** The most calls at once of each function but the undos', which nothing may hold up; zero, as without it, for no limit. */
  readonly concurrency?: number;
  /**
   * What the settings are, where `settings` only refers to parameters. The alias calls a published version, which keeps
   * the environment that it was published with; the template alone does not show that a parameter has changed.
   */
  readonly settingValues?: Readonly<Record<string, string>>;
  /** Standard unless given. Express costs a twentieth and keeps less of the promise: see docs/decisions/0012. */
  readonly type?: WorkflowType;
  /** How it is kept and released; as `dev` unless given. */
  readonly environment?: DeploymentEnvironment;
  /**
   * Stages that are no longer part of the workflow. Executions that began before still call them: keep them here, with
   * their functions and the permission to call them, for 40 days, in which the last of those has ended and can no longer be
   * redriven (docs/decisions/0014).
   */
  readonly retired?: readonly StageFacts[];
  /**
   * The topic that notices go to; one of its own unless given. Import an encrypted one with its key
   * (`Topic.fromTopicAttributes`), so that Notify Customer may use that.
   */
  readonly notifications?: ITopic;
  /**
   * Where notices wait that could not be published; a queue of its own unless given. Import an encrypted one with its key
   * (`Queue.fromQueueAttributes`), so that Park Notice may use that.
   */
  readonly undeliveredNotices?: IQueue;
  /**
   * Tables that stages ask for, by their names; one of its own unless given. The key of such a one is the text that their
   * manifests name, `orderId` of `orders`.
   * Import an encrypted one with its key (`Table.fromTableAttributes`), so that the stages may use that.
   */
  readonly tables?: Readonly<Record<string, ITable>>;
  /**
   * The names of tables that stages can use and do without, and that this workflow is to have: `catalog`, the products. One that
   * is given under `tables` need not be named.
   *
   * @throws RangeError when no stage can use one of that name
   */
  readonly optionalTables?: readonly string[];
  /** Keys that stages ask for, by their variables; one made for the stack unless given. A table of one's own brings its key. */
  readonly keys?: Readonly<Record<string, ISecret>>;
  /**
   * Encrypts wherever an order can rest; one of its own unless given. The policy of a key in the app is extended. That of an
   * imported key must leave its use to the account's own policies, let `logs.<region>.amazonaws.com` encrypt and
   * `delivery.logs.amazonaws.com` decrypt with it, and, where the workflow is watched, let `cloudwatch.amazonaws.com` and
   * `events.amazonaws.com` have `kms:Decrypt` and `kms:GenerateDataKey*`, the latter without a Condition; and `sns.amazonaws.com` the same
   * where customers are written to.
   */
  readonly dataKey?: IKey;
}

const keyPurpose = 'Order workflow: orders, notices, logs and histories';

/** A workflow deployed: its functions, its state machine, the topic and the queue of undelivered notices. */
export class OrderWorkflow extends Construct {
  readonly stateMachine: OrderStateMachine;
  /** Cancels an order, and stops its execution. There is none where orders have no owners; it is Standard, whatever `type` says. */
  readonly cancellation?: OrderStateMachine;
  readonly notifications: ITopic;
  readonly undeliveredNotices: IQueue;
  /** The tables that stages ask for, by their names. */
  readonly tables: ReadonlyMap<string, ITable>;
  /** The keys that stages ask for, by their variables. */
  readonly keys: ReadonlyMap<string, ISecret>;
  /** Encrypts wherever an order can rest. */
  readonly dataKey: IKey;
  /** The ARN to start executions at: an alias where releases are gradual. */
  readonly placeOrdersAt: string;
  /** The function of each stage, in the order of the workflow. */
  readonly stageFunctions: ReadonlyMap<StageFacts, StageFunction>;
  /** The function that tells the customer. */
  readonly notice: StageFunction;
  /** Writes to customers; there is nothing of it without the setting `NOTICE_SENDER`. */
  readonly mail?: CustomerMail;

  constructor(scope: Construct, id: string, props: OrderWorkflowProps) {
    super(scope, id);
    const {
      workflow,
      settings = {},
      settingValues = {},
      concurrency,
      retired = [],
      type = 'STANDARD',
      environment: deployment = deploymentEnvironment(),
      simulatedServices: simulated = false,
    } = props;
    assertServices({
      addresses: Object.fromEntries(serviceAddresses(workflow).map((name) => [name, (settings[name] ?? '') !== ''])),
      prod: deployment.name === 'prod',
      simulated,
    });
    const encryptionKey =
      props.dataKey ?? new Key(this, 'DataKey', { enableKeyRotation: true, description: keyPurpose });
    letLogsUse(encryptionKey, Stack.of(this));
    this.dataKey = encryptionKey;
    const { logRetention: retention, removalPolicy } = deployment;
    const logs: LogKeeping = { encryptionKey, retention, removalPolicy };
    this.notifications =
      props.notifications ?? new Topic(this, 'Notifications', { enforceSSL: true, masterKey: encryptionKey });
    this.undeliveredNotices = props.undeliveredNotices ?? waitingQueue(this, 'UndeliveredNotices', encryptionKey);
    const { notifications } = this;
    const functions = new Map<StageFacts, StageFunction>();
    const awaiting = timeLimits[type].awaitFor !== undefined;
    const plan = planWorkflow(workflow, { awaiting });
    const cut = cutPatience(planWorkflow(workflow), timeLimits[type]);
    if (cut.length > 0) Annotations.of(this).addInfo(`${type} has less time (docs/decisions/0012): ${cut.join('; ')}`);
    const undone = new Map(workflow.steps.flatMap(({ stage, undo }) => (undo ? [[undo, stage] as const] : [])));
    const cancelling = cancellationOf(workflow, type);
    const called = [...plan, ...cancelling]
      .filter((planned): planned is StagePlan => planned.kind === 'stage')
      .map(({ stage }) => stage);
    const working = [...new Set([...called, ...retired])];
    const hurried = new Set([...undone.keys(), orderCancellation.takeOver]);
    const tables = new Map<string, ITable>();
    for (const [name, key] of tablesOfAll(working, props)) {
      const listed = working.some(({ access }) => access.table === name);
      const kept = { key, listed, encryptionKey, removalPolicy };
      tables.set(name, props.tables?.[name] ?? stageTable(this, name, kept));
    }
    this.tables = tables;
    const keys = new Map<string, ISecret>();
    for (const variable of new Set(working.flatMap(({ access }) => access.madeKey ?? [])))
      keys.set(variable, props.keys?.[variable] ?? madeKey(this, variable, { encryptionKey, removalPolicy }));
    this.keys = keys;
    for (const stage of working) {
      const key = keys.get(stage.access.madeKey ?? '');
      functions.set(
        stage,
        new StageFunction(this, {
          stage,
          undone: undone.get(stage),
          apologies: stage === workflow.notice ? apologiesOf(workflow) : undefined,
          unawaited: awaiting ? [] : unawaitedPayments(workflow),
          notifications,
          settings,
          settingValues,
          logs,
          tables,
          ...(key && { key }),
          ...(concurrency !== undefined && !hurried.has(stage) && { concurrency }),
        }),
      );
    }
    this.stageFunctions = functions;
    this.notice = functionOf(functions, workflow.notice);
    const { NOTICE_SENDER: sender = '' } = settings;
    if (sender !== '') this.mail = new CustomerMail(this, 'Mail', { sender, notifications, logs });
    const machines = {
      functionOf: (stage: StageFacts) => functionOf(functions, stage).live,
      undeliveredNotices: this.undeliveredNotices,
      logs,
    };
    this.stateMachine = new OrderStateMachine(this, 'StateMachine', {
      ...machines,
      plan,
      type,
      comment: 'validate, payment, shipping, notify: an order ends charged and shipped, or with nothing held',
    });
    if (cancelling.length > 0)
      this.cancellation = cancellationMachine(this, this.stateMachine, { ...machines, plan: cancelling });
    for (const stage of retired) this.#mayCall(functionOf(functions, stage));
    this.placeOrdersAt = this.stateMachine.stateMachineArn;
    if (deployment.gradual) {
      new GradualFunctions(this, 'FunctionReleases', functions.values());
      this.placeOrdersAt = new GradualStateMachine(this, 'Release', this.stateMachine).aliasArn;
    }
    acknowledge(this.stateMachine, 'stateMachine');
  }

  /** Lets somebody start executions at {@link placeOrdersAt}, under the key, and nothing else. */
  grantPlaceOrders(grantee: IGrantable): Grant {
    return grantPlaceOrders(grantee, this);
  }

  /** Lets somebody do what the runbook tells: read, redrive, cancel, replay notices, move letters back, and read logs. */
  grantOperate(grantee: IGrantable): Grant {
    return grantOperate(grantee, this);
  }

  #mayCall({ live }: StageFunction): void {
    live.grantInvoke(this.stateMachine);
    if (this.cancellation) live.grantInvoke(this.cancellation);
  }
}

function assertServices(given: ServicesGiven): void {
  const refused = judgeServices(given);
  if (refused !== undefined)
    throw new TypeError(
      `settings: ${refused}; give the addresses of all services, or none and simulatedServices: true`,
    );
}

function functionOf(functions: ReadonlyMap<StageFacts, StageFunction>, stage: StageFacts): StageFunction {
  const found = functions.get(stage);
  if (!found) throw new RangeError(`${stage.stateName} has no function`);
  return found;
}
