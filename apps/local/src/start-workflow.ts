import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  type Clock,
  DefinitionInvalid,
  type Execution,
  execute,
  type HistoryEvent,
  type InvokeLambda,
  type MachineDefinition,
  parseDefinition,
  realClock,
} from '@order-workflow/asl-engine';
import type { Queue, StateMachine } from './assembly/assembly.ts';
import { AssemblyUnreadable } from './assembly/assembly-unreadable.ts';
import { readAssembly } from './assembly/read-assembly.ts';
import { ExecutionAlreadyExists } from './execution-already-exists.ts';
import { invokeFunction } from './invoke-function.ts';
import type { ServiceEndpoints } from './lambda-host/function-environment.ts';
import type { FunctionLog } from './lambda-host/function-instance.ts';
import { startLambdaHost } from './lambda-host/lambda-host.ts';
import { nameExecution } from './name-execution.ts';
import { sendMessage } from './wire-services/send-message.ts';
import { startWireServices, type WireServices } from './wire-services/start-wire-services.ts';

export interface WorkflowOptions {
  /** Folder of the synthesized assembly; the repository's own unless given. */
  readonly assembly?: string;
  /** Parameters of the stack, such as `PaymentGatewayUrl`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The real one unless given. On a virtual clock, retries and waits pass at once. */
  readonly clock?: Clock;
  /** Makes jitter and the like repeatable. */
  readonly seed?: number;
  /** Where functions find a service instead of the local one: `{ SNS: 'http://127.0.0.1:1' }`. */
  readonly endpoints?: ServiceEndpoints;
  /** Gets what the functions write. */
  readonly log?: FunctionLog;
  /** Stands between the workflow and its functions, to make an invocation fail as Lambda itself would. */
  readonly aroundInvocation?: (proceed: InvokeLambda) => InvokeLambda;
}

/** An order whose execution has begun. */
export interface PlacedOrder {
  readonly name: string;
  readonly executionArn: string;
  readonly execution: Execution;
}

export interface PlaceOptions {
  /** The workflow's own unless given. */
  readonly clock?: Clock;
  /** Called with each event as it happens. */
  readonly onEvent?: (event: HistoryEvent) => void;
}

/** The synthesized workflow, running on this machine. */
export interface Workflow {
  readonly stateMachine: StateMachine;
  readonly queues: readonly Queue[];
  readonly services: WireServices;
  /**
   * Starts the execution of an order, which may be any JSON value: to say what is wrong with it is the workflow's work.
   * The same order again gives the execution that it already has.
   *
   * @throws ExecutionAlreadyExists when another order of that id was placed before
   */
  place(order: unknown, options?: PlaceOptions): PlacedOrder;
  close(): Promise<void>;
}

/**
 * Runs what `pnpm synth` and `pnpm build` left, unchanged: the definition in the engine, the bundles in worker threads,
 * SNS and SQS on a local socket.
 *
 * @throws AssemblyUnreadable when nothing is synthesized yet, or something in it is not known here
 */
export async function startWorkflow(options: WorkflowOptions = {}): Promise<Workflow> {
  const assembly = readAssembly(options.assembly ?? synthesizedHere(), options.parameters);
  const { stateMachine } = assembly;
  const definition = compile(stateMachine);
  const services = await startWireServices(assembly.topics, assembly.queues);
  const endpoints = { SNS: services.endpoint, SQS: services.endpoint, ...options.endpoints };
  const host = startLambdaHost(assembly.functions, { endpoints, ...(options.log && { log: options.log }) });
  const invoke = invokeFunction(host);
  const placed = new Map<string, { readonly order: string; readonly placed: PlacedOrder }>();

  return {
    stateMachine,
    queues: assembly.queues,
    services,
    place(order, { clock = options.clock ?? realClock, onEvent } = {}) {
      const name = nameExecution(order);
      const text = JSON.stringify(order);
      const before = placed.get(name);
      if (before?.order === text) return before.placed;
      if (before) throw new ExecutionAlreadyExists(name);
      const execution = execute(definition, {
        input: order,
        name,
        stateMachineArn: stateMachine.arn,
        type: stateMachine.type,
        clock,
        ...(onEvent && { onEvent }),
        ...(options.seed !== undefined && { seed: options.seed }),
        invokeLambda: options.aroundInvocation?.(invoke) ?? invoke,
        integrations: { 'sqs:sendMessage': sendMessage(endpoints.SQS) },
      });
      const executionArn = `${stateMachine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
      const now: PlacedOrder = { name, executionArn, execution };
      placed.set(name, { order: text, placed: now });
      return now;
    },
    async close() {
      await Promise.all([host.close(), services.close()]);
    },
  };
}

function compile({ logicalId, definition }: StateMachine): MachineDefinition {
  try {
    return parseDefinition(definition);
  } catch (error) {
    if (!(error instanceof DefinitionInvalid)) throw error;
    throw new AssemblyUnreadable(`${logicalId}.DefinitionString: ${error.message}`);
  }
}

function synthesizedHere(): string {
  const infra = createRequire(import.meta.url).resolve('@order-workflow/infra/package.json');
  return join(dirname(infra), 'cdk.out');
}
