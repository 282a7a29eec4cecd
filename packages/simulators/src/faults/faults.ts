/**
 * Where a fault strikes: at one of the two simulators, or around a function, a table, the topic, the queue or the catalog
 * of the workflow.
 */
export const layers = ['gateway', 'carrier', 'catalog', 'table', 'lambda', 'topic', 'queue'] as const;
export type Layer = (typeof layers)[number];

/** What each of these can be asked, by the words of the stages' ports. */
export const callsOf = {
  gateway: ['charge', 'find', 'refund', 'void', 'block'],
  carrier: ['book', 'find', 'cancel', 'block'],
  table: ['read', 'write'],
} as const;
export type GatewayCall = (typeof callsOf.gateway)[number];
export type CarrierCall = (typeof callsOf.carrier)[number];
export type Call = GatewayCall | CarrierCall | (typeof callsOf.table)[number];

/** The calls by which something is undone. */
export const undoing = ['refund', 'void', 'block', 'cancel'] as const satisfies readonly Call[];

interface FaultFacts {
  readonly name: string;
  readonly layers: readonly Layer[];
  /** What it changes: how a call is answered, or what comes of it. One of each may meet the same call. */
  readonly changes: 'answer' | 'effect';
  /** The calls that it can strike; all of the layer unless given. */
  readonly calls?: readonly Call[];
  /** Of a changed answer: whether the call has its effect all the same; `kept`: none, and its key is answered so again. */
  readonly effect?: 'none' | 'done' | 'later' | 'kept';
  readonly description: string;
}

const http = ['gateway', 'carrier'] as const;
const asked = [...http, 'table'] as const;
const changing = ['charge', 'refund', 'void', 'block', 'book', 'cancel'] as const;
const lambda = { layers: ['lambda'], changes: 'answer' } as const;

/** Every fault there is, in the order in which it is listed to people. */
export const faults = [
  {
    name: 'unavailable',
    layers: asked,
    changes: 'answer',
    effect: 'none',
    description: 'answers 503 and does nothing',
  },
  {
    name: 'rate-limited',
    layers: asked,
    changes: 'answer',
    effect: 'none',
    description: 'answers 429 with Retry-After, a table ThrottlingException (400), and does nothing',
  },
  {
    name: 'error-before',
    layers: asked,
    changes: 'answer',
    effect: 'none',
    description: 'answers 500 and does nothing',
  },
  { name: 'error-after', layers: asked, changes: 'answer', effect: 'done', description: 'does it and answers 500' },
  {
    name: 'error-replayed',
    layers: ['gateway'],
    changes: 'answer',
    calls: ['charge', 'refund'],
    effect: 'kept',
    description: 'answers 500, does nothing, and answers so whenever the key comes again within a day',
  },
  {
    name: 'timeout-before',
    layers: asked,
    changes: 'answer',
    effect: 'none',
    description: 'never answers, does nothing',
  },
  {
    name: 'timeout-after-success',
    layers: asked,
    changes: 'answer',
    effect: 'done',
    description: 'does it and never answers',
  },
  {
    name: 'lands-late',
    layers: asked,
    changes: 'answer',
    calls: [...changing, 'write'],
    effect: 'later',
    description: 'never answers, and does it only some time later',
  },
  {
    name: 'cut-before',
    layers: asked,
    changes: 'answer',
    effect: 'none',
    description: 'cuts the connection, does nothing',
  },
  {
    name: 'cut-after',
    layers: asked,
    changes: 'answer',
    effect: 'done',
    description: 'does it and cuts the connection',
  },
  {
    name: 'slow-drip',
    layers: http,
    changes: 'answer',
    effect: 'done',
    description: 'does it and answers byte by byte without an end',
  },
  {
    name: 'malformed',
    layers: asked,
    changes: 'answer',
    effect: 'done',
    description: 'does it and answers what is no JSON',
  },
  {
    name: 'wrong-shape',
    layers: http,
    changes: 'answer',
    effect: 'done',
    description: 'does it and answers JSON of another shape',
  },
  {
    name: 'wrong-amount',
    layers: ['gateway'],
    changes: 'answer',
    calls: ['charge', 'find', 'refund'],
    effect: 'done',
    description: 'does it and answers with another amount than the ledger has',
  },
  {
    name: 'wrong-service',
    layers: ['carrier'],
    changes: 'answer',
    calls: ['book', 'find'],
    effect: 'done',
    description: 'does it and answers with another service than the ledger has',
  },
  {
    name: 'written-twice',
    layers: ['table'],
    changes: 'answer',
    calls: ['write'],
    effect: 'done',
    description: 'does it twice, and answers that the second found the condition no longer true',
  },
  { name: 'declined', layers: ['gateway'], changes: 'effect', calls: ['charge'], description: 'declines the charge' },
  {
    name: 'late',
    layers: ['gateway'],
    changes: 'effect',
    calls: ['charge'],
    description: 'accepts the charge and makes it some time later',
  },
  {
    name: 'pending-forever',
    layers: ['gateway'],
    changes: 'effect',
    calls: ['charge'],
    description: 'accepts the charge and never decides on it',
  },
  {
    name: 'refund-async',
    layers: ['gateway'],
    changes: 'effect',
    calls: ['refund'],
    description: 'accepts the refund and makes it some time later',
  },
  {
    name: 'refund-fails',
    layers: ['gateway'],
    changes: 'effect',
    calls: ['refund'],
    description: 'gives the refund up for good; another key may try again',
  },
  {
    name: 'refund-fails-late',
    layers: ['gateway'],
    changes: 'effect',
    calls: ['refund'],
    description: 'accepts the refund and gives it up some time later',
  },
  { name: 'refused', layers: ['carrier'], changes: 'effect', calls: ['book'], description: 'does not take the parcel' },
  {
    name: 'departed',
    layers: ['carrier'],
    changes: 'effect',
    calls: ['book', 'cancel'],
    description: 'the parcel leaves at once, or just before it is to be cancelled',
  },
  { ...lambda, name: 'throttled', description: 'Lambda turns the invocation away (Lambda.TooManyRequestsException)' },
  {
    ...lambda,
    name: 'service-exception',
    description: 'Lambda itself fails, before the effect (Lambda.ServiceException)',
  },
  {
    ...lambda,
    name: 'aws-exception',
    description: 'Lambda itself fails, after the effect (Lambda.AWSLambdaException)',
  },
  {
    ...lambda,
    name: 'sdk-exception',
    description: 'the connection to Lambda breaks, after the effect (Lambda.SdkClientException)',
  },
  {
    ...lambda,
    name: 'client-timeout',
    description: 'the answer comes too late for Step Functions (Lambda.ClientExecutionTimeoutException)',
  },
  { ...lambda, name: 'no-answer', description: 'the effect is there, the answer never comes (States.Timeout)' },
  {
    ...lambda,
    name: 'out-of-memory',
    description: 'the function dies of its memory, after the effect (Lambda.Unknown)',
  },
  { ...lambda, name: 'killed', description: 'the function is killed while it works (Runtime.ExitError)' },
  { ...lambda, name: 'defect', description: 'the function throws what nobody declared, after the effect (TypeError)' },
  { ...lambda, name: 'invoked-twice', description: 'the function runs twice at once, and the later answer counts' },
  {
    ...lambda,
    name: 'function-timeout-before',
    description: 'the function times out before the effect (Sandbox.Timedout)',
  },
  {
    ...lambda,
    name: 'function-timeout-after',
    description: 'the function times out after the effect (Sandbox.Timedout)',
  },
  {
    name: 'down',
    layers: ['catalog', 'topic', 'queue'],
    changes: 'answer',
    effect: 'none',
    description: 'cannot be reached',
  },
  {
    name: 'answer-lost',
    layers: ['topic', 'queue'],
    changes: 'answer',
    effect: 'done',
    description: 'takes the message, and the answer is lost',
  },
] as const satisfies readonly FaultFacts[];

export type FaultName = (typeof faults)[number]['name'];
export type FaultKind = FaultFacts & { readonly name: FaultName };

const byName: ReadonlyMap<string, FaultKind> = new Map(faults.map((kind: FaultKind) => [kind.name, kind]));

/** The facts of a fault; undefined when there is none of that name. */
export function faultKind(name: FaultName): FaultKind;
export function faultKind(name: string): FaultKind | undefined;
export function faultKind(name: string): FaultKind | undefined {
  return byName.get(name);
}
