import type { InvokeLambda } from '@order-workflow/asl-engine';
import type { InjectedFault } from '@order-workflow/simulators';
import { functionNameOf } from '../assembly/describe-function.ts';
import { readAssembly, synthesizedHere } from '../assembly/read-assembly.ts';
import { faultTargetsOf, type StageTarget } from '../faults/fault-targets.ts';
import { nameCancellation, nameExecution } from '../orders/name-execution.ts';
import type { PlacedOrder, RunningWorkflow } from '../orders/open-workflow.ts';
import { deathsAtCalls } from './deaths-at-calls.ts';
import {
  type ExecutionEnding,
  executionEnding,
  ledgersOf,
  openLaboratory,
  parkedOf,
  stateEntered,
} from './laboratory.ts';

/** When an order is cancelled, and what goes wrong then. */
export interface CancelMoment {
  /** What leads the order to the state, switched on until it is cancelled. */
  readonly company: readonly InjectedFault[];
  /** The state that the order has just entered; `undefined`: it has come to its end. */
  readonly state: string | undefined;
  /** Switched on from then on, until all executions have ended. */
  readonly faults: readonly InjectedFault[];
  /** How many cancellations begin at once. */
  readonly times: number;
  /** At which of its calls a function dies that is killed; at its first unless given. */
  readonly diesAt?: number | undefined;
}

/** What became of an order that was cancelled. */
export interface CancelledOrder {
  /** Whether the order came to the state. */
  readonly reached: boolean;
  /** How often the first of the faults struck. */
  readonly struck: number;
  /** How many functions died at their call; who makes fewer calls dies at its end, and is none of them. */
  readonly died: number;
  readonly order: ExecutionEnding;
  readonly cancellations: readonly ExecutionEnding[];
  /** How those ended that had failed, once all was mended and they were redriven. */
  readonly redriven: readonly ExecutionEnding[];
  /** Minor units that the gateway's ledger holds of it at last. */
  readonly held: number;
  /** Parcels of it at last that go out. */
  readonly parcels: number;
  /** The ids of the notices that were published, by their sequence. */
  readonly told: readonly string[];
  /** How many notices wait in the queue, each once. */
  readonly parked: number;
}

export interface CancellationLaboratory {
  /** Places an order, and cancels it at a moment, on a clock on which waits pass at once. */
  cancel(order: { readonly orderId: string }, moment: CancelMoment): Promise<CancelledOrder>;
  readonly workflow: RunningWorkflow;
  close(): Promise<void>;
}

/**
 * Starts the workflow with a gateway, a carrier and a clock of its own, to cancel orders in. What the order's execution had
 * called when it was stopped is let on only when the cancellations have ended: it arrives as late as it can.
 *
 * @param define changes the definitions of both state machines, before they are run
 * @throws AssemblyUnreadable when nothing is synthesized yet
 */
export async function openCancellationLaboratory(
  define: (definition: string) => string = (definition) => definition,
): Promise<CancellationLaboratory> {
  const held = new Map<string, Promise<unknown>>();
  const aroundInvocation =
    (proceed: InvokeLambda): InvokeLambda =>
    async (invocation) => {
      const until = held.get(`${invocation.executionName} ${invocation.stateName}`);
      if (until) await waitFor(until, invocation.clock);
      return proceed(invocation);
    };
  const deaths = deathsAtCalls(targetsByFunction());
  const { aroundFunctions, watch } = deaths;
  const { switchboard, workflow } = await openLaboratory({ aroundInvocation, aroundFunctions, watch, define });

  async function cancel(order: { readonly orderId: string }, moment: CancelMoment): Promise<CancelledOrder> {
    const { orderId } = order;
    deaths.dieAt(moment.diesAt ?? 1);
    const cancelled = Promise.withResolvers<readonly PlacedOrder[]>();
    const begin = () => {
      switchboard.set(moment.faults);
      const ordinals = Array.from({ length: moment.times }, (_, index) => index + 1);
      const begun = ordinals.map((ordinal) => workflow.cancel({ orderId }, nameCancellation(orderId, ordinal)));
      cancelled.resolve(begun);
    };
    const ended = cancelled.promise.then((begun) => Promise.all(begun.map(({ execution }) => execution.result)));
    let reached = false;
    switchboard.set(moment.company);
    const placed = workflow.place(order, {
      onEvent(event) {
        if (reached || moment.state === undefined || stateEntered(event) !== moment.state) return;
        reached = true;
        held.set(`${nameExecution(order)} ${moment.state}`, ended);
        queueMicrotask(begin);
      },
    });
    const finished = placed.execution.result.then((result) => {
      if (reached) return;
      reached = moment.state === undefined;
      held.clear();
      switchboard.clear();
      if (reached) begin();
      else cancelled.resolve([]);
      return result;
    });
    const begun = await cancelled.promise;
    await Promise.all([ended, finished]);
    const struck = switchboard.list()[0]?.struck ?? 0;
    switchboard.clear();
    const { gateway, carrier } = ledgersOf(workflow);
    gateway.repair();
    const cancellations = await Promise.all(begun.map(executionEnding));
    const redriven: ExecutionEnding[] = [];
    for (const [index, one] of begun.entries())
      if (cancellations[index]?.status !== 'SUCCEEDED')
        redriven.push(await executionEnding(workflow.redrive(one.executionArn)));
    return {
      reached,
      struck,
      died: deaths.died,
      order: await executionEnding(placed),
      cancellations,
      redriven,
      held: gateway.held(orderId),
      parcels: carrier.shipments(orderId).length,
      told: toldOf(workflow, orderId),
      parked: takeParked(workflow, orderId),
    };
  }
  return { cancel, workflow, close: () => workflow.close() };
}

/** Lets virtual time go on meanwhile. */
async function waitFor(until: Promise<unknown>, clock: Parameters<InvokeLambda>[0]['clock']): Promise<void> {
  const given = new AbortController();
  const patience = clock.sleep(60 * 24 * 3600 * 1000, given.signal).catch(() => undefined);
  await Promise.race([until, patience]);
  given.abort();
}

/** More than are ever published of one order, of which nothing is published once the next one is tried. */
const mostNotices = 60;

function toldOf({ messages }: RunningWorkflow, orderId: string): readonly string[] {
  const notices = messages.latest(mostNotices).filter(({ attributes }) => attributes['orderId'] === orderId);
  const inOrder = notices.toSorted(
    (one, other) => Number(one.attributes['sequence']) - Number(other.attributes['sequence']),
  );
  return [...new Set(inOrder.map(({ attributes }) => String(attributes['notificationId'])))];
}

/** Takes them out of the queue, too, which is read as a whole each time. */
function takeParked(workflow: RunningWorkflow, orderId: string): number {
  const parked = parkedOf(workflow, orderId);
  for (const { messageId } of workflow.messages.parked()) workflow.messages.remove(messageId);
  return parked;
}

/** Which stage of what is synthesized here a function is. */
function targetsByFunction(): (functionName: string) => StageTarget | undefined {
  const assembly = readAssembly(synthesizedHere());
  const byName = new Map(faultTargetsOf(assembly).map((target) => [target.name, target]));
  const words = new Map(assembly.functions.map(({ name, stage }) => [name, stage?.word]));
  return (functionName) => byName.get(words.get(functionNameOf(functionName)) ?? '');
}
