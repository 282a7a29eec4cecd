import {
  DefinitionInvalid,
  type InvokeLambda,
  type MachineDefinition,
  parseDefinition,
  TaskFailure,
  type TaskIntegration,
} from '@order-workflow/asl-engine';
import { createSwitchboard, openHttpListener, type Switchboard, silence } from '@order-workflow/simulators';
import { type Assembly, AssemblyUnreadable, type StateMachine, type Table } from '../assembly/assembly.ts';
import { functionNameOf } from '../assembly/describe-function.ts';
import { readAssembly, synthesizedHere } from '../assembly/read-assembly.ts';
import { faultTargetsOf } from '../faults/fault-targets.ts';
import { type Invoke, injectFunctionFaults, type StageOf } from '../faults/inject-function-fault.ts';
import type { InjectionLog } from '../faults/injection-log.ts';
import type { ServiceEndpoints } from '../lambda-host/function-environment.ts';
import type { FunctionLog, InvocationResult } from '../lambda-host/function-instance.ts';
import { type LambdaHost, type LambdaHostOptions, startLambdaHost } from '../lambda-host/lambda-host.ts';
import { type MessageLog, openMessageLog } from '../messages/message-log.ts';
import type { Tables, TablesOptions } from '../tables/start-tables.ts';
import type { EventFault } from '../wire-services/event-buses.ts';
import { type QueueFault, sendMessage } from '../wire-services/send-message.ts';
import { sesInbox } from '../wire-services/ses-inbox.ts';
import type { TopicFault } from '../wire-services/sns-proxy.ts';
import { isAddressed, type Mail, startMail } from '../wire-services/start-mail.ts';
import { startWireServices, type WireServices } from '../wire-services/start-wire-services.ts';
import { type SimulatedWorld, type SimulatedWorldOptions, startSimulatedWorld } from './simulated-world.ts';
import { takeTableFault } from './take-table-fault.ts';

export interface PlatformOptions {
  /** Folder of the synthesized assembly; the repository's own unless given. */
  readonly assembly?: string;
  /** Gives another definition for the synthesized one: for proofs of what comes after tries that are many. */
  readonly define?: (definition: string) => string;
  /** Parameters of the stack, such as `PaymentGatewayUrl`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Where functions find a service instead of the local one: `{ SNS: 'http://127.0.0.1:1' }`. */
  readonly endpoints?: ServiceEndpoints;
  /** Gets what the functions write. */
  readonly log?: FunctionLog;
  /** How many instances of a function run, how long, and when one more is started. */
  readonly instances?: Pick<LambdaHostOptions, 'maxInstances' | 'growAfterMs' | 'idleMs' | 'watch'>;
  /** A payment gateway and a carrier behind HTTP; the stages' own simulated adapters stand in unless given. */
  readonly simulators?: Omit<SimulatedWorldOptions, 'tellsSilence'>;
  /**
   * Lets a call that gateway or carrier never answers be given up at once, and as much later on the clock as the stage
   * would have waited. No limit of a call or a function passes because this machine is slow. For virtual clocks.
   */
  readonly virtualLimits?: boolean;
  /** Stands before the functions, whatever is switched on: sees every invocation, and may keep it waiting or kill it. */
  readonly aroundFunctions?: (invoke: LambdaHost['invoke']) => LambdaHost['invoke'];
  /**
   * Whether the mailer of the template writes to customers, whose letters `messages` keeps; nobody does unless it is true, and nothing
   * of it is started.
   */
  readonly mails?: boolean;
  /** Keeps what topics and queues take; in memory unless given. It is closed with the platform. */
  readonly messages?: MessageLog;
  /** Where tables keep their items; in memory unless given. Nothing of it is opened without a table in the assembly. */
  readonly tables?: Pick<TablesOptions, 'openItems' | 'openTables' | 'onFailure' | 'onCall' | 'clock' | 'landsAfterMs'>;
  /** The faults that are switched on, everywhere; none unless given. */
  readonly switchboard?: Switchboard;
  /** Sees what is at work when a fault strikes; the switchboard tells it of strikes. */
  readonly strikes?: InjectionLog;
}

/** From whom letters to customers come on this machine, where they go nowhere. */
const localSender = 'orders@shop.example';

/** On which events are put on this machine, where nobody but `order events` hears them. */
const localBus = 'default';

/** What an AWS account is to the workflow, and whom it deals with: functions, topics, queues, gateway and carrier. */
export interface Platform {
  readonly assembly: Assembly;
  readonly definition: MachineDefinition;
  /** Of the machine that cancels orders, where there is one. */
  readonly cancellation: MachineDefinition | undefined;
  /** Of the machine that places batches, where the order API has one: only a server asks. */
  readonly batches: (() => MachineDefinition) | undefined;
  readonly invokeLambda: InvokeLambda;
  /** Runs a function by its name or ARN, whatever is switched on; undefined when there is none. */
  runFunction(nameOrArn: string, payload: unknown): Promise<InvocationResult> | undefined;
  /** Starts a function that will be invoked soon, where no instance of it runs: starting takes longer than its work. */
  prepareFunction(nameOrArn: string): void;
  readonly integrations: Readonly<Record<string, TaskIntegration>>;
  readonly services: WireServices;
  readonly messages: MessageLog;
  /** Undefined when the assembly has no table. */
  readonly tables: Tables | undefined;
  readonly switchboard: Switchboard;
  /** Undefined when the stages' own adapters stand in. */
  readonly world: SimulatedWorld | undefined;
  close(): Promise<void>;
}

/**
 * Starts what `pnpm synth` and `pnpm build` left, unchanged: the bundles in worker threads, SNS, SQS, EventBridge and DynamoDB on local sockets,
 * and, where asked for, a payment gateway and a carrier behind HTTP. Executions run on it by `openWorkflow`.
 *
 * @throws AssemblyUnreadable when nothing is synthesized yet, or something in it is not known here
 */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const { strikes, define = (definition) => definition } = options;
  const { messages = openMessageLog(), virtualLimits = false, mails = false } = options;
  const declared = { ...(mails && { NoticeSender: localSender }), EventBusName: localBus };
  const folder = options.assembly ?? synthesizedHere();
  // Read before anything is started, so that nothing is left open when it cannot be read.
  const synthesized = readAssembly(folder, options.parameters, declared);
  const { stateMachine } = synthesized;
  const definition = compile({ ...stateMachine, definition: define(stateMachine.definition) });
  const cancelling = synthesized.cancellation;
  const cancellation = cancelling && compile({ ...cancelling, definition: define(cancelling.definition) });
  const batching = synthesized.orderApi?.batches?.stateMachine;
  const batches = batching && (() => compile(batching));
  const { switchboard = createSwitchboard({ targets: faultTargetsOf(synthesized) }) } = options;
  const opened = new AsyncDisposableStack();
  try {
    const world =
      options.simulators &&
      (await startSimulatedWorld({ ...options.simulators, tellsSilence: virtualLimits }, switchboard));
    opened.defer(() => world?.close());
    const assembly = readAssembly(folder, { ...world?.parameters, ...options.parameters }, declared);
    const { topics, queues } = assembly;
    let mail: Mail | undefined;
    const services = await startWireServices({
      topics,
      queues,
      messages,
      onPublished(message) {
        if (!mail || !isAddressed(message)) return;
        messages.owe(message);
        mail.wake();
      },
      takeTopicFault: (about) =>
        switchboard.take({ layer: 'topic', ...(about && { about }) }) as TopicFault | undefined,
      takeEventFault: (about) =>
        switchboard.take({ layer: 'events', ...(about && { about }) }) as EventFault | undefined,
    });
    opened.defer(() => services.close());
    const stages = new Map(assembly.functions.map(({ name, stage }) => [name, stage]));
    const stageOf: StageOf = (functionName) => stages.get(functionNameOf(functionName));
    const { routes = [], tables: apiTables = [], batches: placing } = assembly.orderApi ?? {};
    const apiFunctions = [...routes.map(({ lambda }) => lambda), ...(placing?.functions ?? [])];
    const tables = await loadTables([...assembly.tables, ...apiTables], {
      clock: options.simulators?.clock,
      ...options.tables,
      tellsSilence: virtualLimits,
      takeFault: takeTableFault(switchboard, stageOf),
    });
    opened.defer(() => tables?.close());
    const mailboxes = assembly.queueSources.length > 0 ? await openHttpListener() : undefined;
    opened.defer(() => mailboxes?.close());
    const { clock: worldClock = Date } = options.simulators ?? {};
    mailboxes?.open(sesInbox({ onLetter: messages.post, now: () => worldClock.now() }));
    const endpoints = {
      SNS: services.topicsEndpoint,
      SQS: services.queuesEndpoint,
      EVENTBRIDGE: services.eventsEndpoint,
      ...(tables && { DYNAMODB: tables.endpoint }),
      ...(mailboxes && { SESV2: mailboxes.url }),
      ...options.endpoints,
    };
    const host = startLambdaHost([...assembly.functions, ...apiFunctions], {
      ...options.instances,
      ...(virtualLimits && { silence }),
      endpoints,
      ...(options.log && { log: options.log }),
    });
    opened.defer(() => host.close());
    const invoke = options.aroundFunctions?.(host.invoke) ?? host.invoke;
    const { queueSubscriptions: subscriptions, queueSources: sources } = assembly;
    if (mailboxes) mail = await startMail({ subscriptions, sources, services, messages, invoke: host.invoke });
    opened.defer(() => mail?.close());
    const send = sendMessage({
      endpoint: endpoints.SQS,
      messages,
      takeFault: () => switchboard.take({ layer: 'queue' }) as QueueFault | undefined,
    });
    const invokeLambda = injectFunctionFaults(switchboard, stageOf, invokeFunction(invoke));
    return {
      assembly,
      definition,
      cancellation,
      batches,
      services,
      messages,
      tables,
      switchboard,
      world,
      invokeLambda: strikes ? strikes.watchInvocations(invokeLambda, stageOf) : invokeLambda,
      prepareFunction: host.prepare,
      runFunction: (nameOrArn, payload) => host.invoke(nameOrArn, payload),
      integrations: { 'sqs:sendMessage': strikes ? strikes.watchTasks(send) : send },
      async close() {
        await opened.disposeAsync();
        messages.close();
      },
    };
  } catch (problem) {
    // What waits for requests would keep the process from ending.
    await opened.disposeAsync();
    throw problem;
  }
}

/** Their stand-in takes time to load, which a workflow without a table does not spend. */
async function loadTables(definitions: readonly Table[], options: TablesOptions): Promise<Tables | undefined> {
  if (definitions.length === 0) return undefined;
  const { startTables } = await import('../tables/start-tables.ts');
  return startTables(definitions, options);
}

function compile({ logicalId, definition }: StateMachine): MachineDefinition {
  try {
    return parseDefinition(definition);
  } catch (error) {
    if (!(error instanceof DefinitionInvalid)) throw error;
    throw new AssemblyUnreadable(`${logicalId}.DefinitionString: ${error.message}`);
  }
}

/** Lets the engine's `lambda:invoke` run a function of the host, and fail as it does on AWS. */
function invokeFunction(invoke: LambdaHost['invoke']): Invoke {
  return async ({ functionName, payload, executionArn, clock, signal, holdTimeout }, kill) => {
    // Of its own, since of two that run at once one may already wait on the clock.
    const worked = clock.beginWork();
    const result = await Promise.resolve(
      invoke(functionName, payload, { kill, executionArn, onWait: holdTimeout }),
    ).finally(worked);
    if (!result) {
      throw new TaskFailure(
        'Lambda.ResourceNotFoundException',
        `Function not found: ${functionName} (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException)`,
      );
    }
    if (result.waitedMs !== undefined) await clock.sleep(result.waitedMs, signal);
    if (result.kind === 'failed') throw new TaskFailure(result.error.errorType, JSON.stringify(result.error));
    return { payload: result.payload, executedVersion: '$LATEST', statusCode: 200 };
  };
}
