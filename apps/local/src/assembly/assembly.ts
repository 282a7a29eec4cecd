import type { StageNote } from './stage-note.ts';

/** A function of the assembly: everything that a host needs to run it as Lambda would. */
export interface LambdaFunction {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** Folder that holds the bundle. */
  readonly codeDirectory: string;
  /** As the template says: `index.handler`. */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** The variables that the template sets, and no others. */
  readonly environment: Readonly<Record<string, string>>;
  /** What it is in the workflow, where the template says so. */
  readonly stage?: StageNote;
}

export interface StateMachine {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly roleArn: string;
  /** The definition in Amazon States Language, with every reference resolved. */
  readonly definition: string;
  readonly synthesizedAt: Date;
}

export interface Topic {
  readonly name: string;
  readonly arn: string;
}

export interface Queue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
}

/** What a queue gets of a topic. */
export interface QueueSubscription {
  readonly topicArn: string;
  readonly queueArn: string;
  /** Which messages, as JSON, by their attributes (SNS Subscribe, `FilterPolicy`); all unless given. */
  readonly filterPolicy?: string;
}

/** A function that is called with what a queue takes. */
export interface QueueSource {
  readonly queueArn: string;
  readonly functionName: string;
  /** With how many messages at most. */
  readonly batchSize: number;
}

/** A table of DynamoDB. */
export interface Table {
  readonly name: string;
  readonly arn: string;
  /** What the template says of it that CreateTable takes as well: its keys and indexes. */
  readonly definition: Readonly<Record<string, unknown>>;
}

/** A route of the order API, and the function that answers it. */
export interface ApiRoute {
  readonly method: string;
  /** `/orders/{id}` */
  readonly path: string;
  readonly lambda: LambdaFunction;
}

/** The front door, with tables of its own. */
interface OrderApi {
  readonly routes: readonly ApiRoute[];
  readonly tables: readonly Table[];
  /** The machine that places batches, and the functions that it calls; absent of a release that has none. */
  readonly batches?: { readonly stateMachine: StateMachine; readonly functions: readonly LambdaFunction[] };
}

/** What was synthesized, resolved for this machine: no reference is left in it. */
export interface Assembly {
  /** The one that takes orders. */
  readonly stateMachine: StateMachine;
  /** The one that cancels them; absent of a workflow, or a release, that has none. */
  readonly cancellation?: StateMachine;
  readonly functions: readonly LambdaFunction[];
  readonly topics: readonly Topic[];
  readonly queues: readonly Queue[];
  readonly tables: readonly Table[];
  readonly queueSubscriptions: readonly QueueSubscription[];
  readonly queueSources: readonly QueueSource[];
  /** The front door; absent where the assembly was synthesized without. */
  readonly orderApi?: OrderApi;
}

/** The synthesized assembly is missing, or holds something that this reader does not know. The message says where. */
export class AssemblyUnreadable extends Error {
  override readonly name = 'AssemblyUnreadable';
}

/** The account and region that everything here pretends to be in: the ones that AWS emulators use by habit. */
export const localAccount = {
  accountId: '000000000000',
  region: 'us-east-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
} as const;
