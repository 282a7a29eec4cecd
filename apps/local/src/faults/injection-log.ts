import type { InvokeLambda, TaskContext, TaskIntegration } from '@order-workflow/asl-engine';
import { type InjectedFault, injectedFaultText, type Place } from '@order-workflow/simulators';
import { isJsonObject } from '../json/json-object.ts';
import type { StageOf } from './inject-function-fault.ts';

/** A fault that was switched on struck an attempt of a state. */
export interface FaultInjection {
  /** `payment=unavailable:2` */
  readonly fault: string;
  readonly state: string;
  /** When the attempt began, by the execution's clock. */
  readonly attemptAt: Date;
}

/** Which attempts were struck. It lasts as long as the process, and the latest executions are in it. */
export interface InjectionLog {
  /** Enters a strike: what a switchboard calls. */
  readonly note: (fault: InjectedFault, place: Place) => void;
  /** Sees which functions are at work, and for whom. */
  watchInvocations(invoke: InvokeLambda, stageOf: StageOf): InvokeLambda;
  /** The same for what is called without a function. */
  watchTasks(integration: TaskIntegration): TaskIntegration;
  of(executionArn: string): readonly FaultInjection[];
}

interface UnderWay {
  readonly executionArn: string;
  readonly state: string;
  /** What faults call it; undefined where no function is at work. */
  readonly target: string | undefined;
  readonly at: number;
  readonly orderId: string | undefined;
}

/** So much is kept, at most: what is older makes room. */
const mostExecutions = 100;
const mostStrikes = 500;

export function injectionLog(): InjectionLog {
  const underWay = new Set<UnderWay>();
  const books = new Map<string, FaultInjection[]>();

  async function during<T>(
    context: TaskContext,
    about: { readonly payload?: unknown; readonly target?: string | undefined },
    run: () => T | Promise<T>,
  ): Promise<T> {
    const { executionArn, stateName, clock } = context;
    const { target, payload } = about;
    const work = { executionArn, state: stateName, target, at: clock.now(), orderId: orderIdOf(payload) };
    underWay.add(work);
    try {
      return await run();
    } finally {
      underWay.delete(work);
    }
  }

  return {
    note(fault, place) {
      const struck = findStruck([...underWay], fault, place);
      if (struck === undefined) return;
      const { executionArn, state, at } = struck;
      const book = books.get(executionArn) ?? [];
      book.push({ fault: injectedFaultText(fault), state, attemptAt: new Date(at) });
      if (book.length > mostStrikes) book.shift();
      books.delete(executionArn);
      books.set(executionArn, book);
      const [oldest] = books.keys();
      if (books.size > mostExecutions && oldest !== undefined) books.delete(oldest);
    },
    watchInvocations: (invoke, stageOf) => (invocation) => {
      const { payload, functionName } = invocation;
      return during(invocation, { payload, target: stageOf(functionName)?.word }, () => invoke(invocation));
    },
    watchTasks: (integration) => (parameters, context) => during(context, {}, () => integration(parameters, context)),
    of: (executionArn) => books.get(executionArn) ?? [],
  };
}

/** The work that a fault struck. Undefined when it is nobody's here, or cannot be told. */
function findStruck(underWay: readonly UnderWay[], fault: InjectedFault, place: Place): UnderWay | undefined {
  // These strike in the very call that began last.
  if (place.layer === 'lambda' || place.layer === 'catalog' || place.layer === 'queue') return underWay.at(-1);
  const aimed = (one: UnderWay) => one.target === fault.target;
  const { about } = place;
  const belonging = underWay.filter(({ orderId }) => orderId !== undefined && isOf(about ?? '', orderId));
  // An order whose id cannot be read has no key: then it must be the only one.
  if (belonging.length === 0) return onlyOne(underWay.filter(aimed));
  // `a-b` is another order than `a`.
  const longest = Math.max(...belonging.map(({ orderId = '' }) => orderId.length));
  const own = belonging.filter(({ orderId }) => orderId?.length === longest);
  return own.findLast(aimed) ?? own.at(-1);
}

/** Whether a key, as `order-12345-charge` or `order-12345.2-charge`, is of an operation on this order. */
function isOf(key: string, orderId: string): boolean {
  return key.startsWith(`order-${orderId}-`) || key.startsWith(`order-${orderId}.`);
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function orderIdOf(payload: unknown): string | undefined {
  const order = isJsonObject(payload) ? payload['order'] : undefined;
  const orderId = isJsonObject(order) ? order['orderId'] : undefined;
  return typeof orderId === 'string' ? orderId : undefined;
}
