import type { DescribedExecution } from '../api/execution.ts';
import { executionArn } from '../api/execution-arn.ts';
import { Refusal } from '../api/refusal.ts';
import type { stepFunctions } from '../api/step-functions.ts';
import { cancelledSince, describeIfThere } from '../cancel/cancelled-since.ts';
import type { Machines } from '../machines/machines.ts';
import { holdsNothing } from '../order/holds-nothing.ts';
import { nameExecution } from '../order/name-execution.ts';
import { readRecord } from '../order/read-record.ts';

/** What placing an order asks of Step Functions. */
export type PlacingCalls = Pick<typeof stepFunctions, 'describeExecution' | 'startExecution'>;

/** Other content of an order that an execution has already. */
export class OrderTaken extends Error {
  override readonly name = 'OrderTaken';
  /** The name of that execution. */
  readonly owner: string;

  constructor({ name: owner, status }: DescribedExecution, outcome: string | undefined) {
    super(`${owner} has this order with other content, and is ${outcome ?? status}`);
    this.owner = owner;
  }
}

/**
 * Places an order as the command line does, and gives the name of its execution: the one that the same content has
 * already, else the next one once the last has ended with nothing held.
 *
 * @throws OrderTaken when an execution has the order, with other content
 * @throws Refusal, Unreachable
 */
export async function placeOrder(
  calls: PlacingCalls,
  { orders, cancellations }: Machines,
  order: unknown,
): Promise<string> {
  const { stateMachineArn } = orders;
  // Written as the command line writes it: the same order is then the same input, whoever sends it.
  const input = JSON.stringify(order);
  for (let ordinal = 1; ; ordinal++) {
    const name = await nameExecution(order, ordinal);
    if (await startIfNew(calls, { stateMachineArn, name, input })) return name;
    const earlier = await calls.describeExecution(executionArn(stateMachineArn, name));
    if (hasOrder(earlier, order)) return lastWith(calls, { stateMachineArn, order, earlier, ordinal });
    const { outcome } = readRecord(undefined, earlier.output ?? undefined);
    if (holdsNothing(outcome)) continue;
    if (await cancelledSince(calls, cancellations?.stateMachineArn, earlier)) continue;
    throw new OrderTaken(earlier, outcome);
  }
}

interface EarlierPlacing {
  readonly stateMachineArn: string;
  readonly order: unknown;
  /** The first execution that has this content. */
  readonly earlier: DescribedExecution;
  readonly ordinal: number;
}

/** The last execution of this content: where it was tried again aloud, how the order stands is said by that one. */
async function lastWith(calls: PlacingCalls, { stateMachineArn, order, earlier, ordinal }: EarlierPlacing) {
  let { name } = earlier;
  for (let next = ordinal + 1; ; next++) {
    const later = await describeIfThere(calls, executionArn(stateMachineArn, await nameExecution(order, next)));
    if (!later) return name;
    if (hasOrder(later, order)) name = later.name;
  }
}

/** Whether an execution began, or runs with this input already; not where the name has another. */
async function startIfNew(calls: PlacingCalls, input: Parameters<PlacingCalls['startExecution']>[0]): Promise<boolean> {
  try {
    await calls.startExecution(input);
    return true;
  } catch (problem) {
    if (problem instanceof Refusal && problem.type === 'ExecutionAlreadyExists') return false;
    throw problem;
  }
}

/**
 * The order in which fields are named does not count; an `attempt` does where the order says one. All else counts as it is
 * written: what the order store reads as the same content may look new here, and is a `duplicate` there. Nothing that is new
 * to the store looks the same here, so no order is lost.
 */
function hasOrder({ input }: DescribedExecution, order: unknown): boolean {
  const before: unknown = JSON.parse(input ?? 'null');
  const said = attemptOf(order);
  return content(before) === content(order) && (said === undefined || said === attemptOf(before));
}

function attemptOf(order: unknown): unknown {
  return isObject(order) ? order['attempt'] : undefined;
}

function content(order: unknown): string {
  const asked = isObject(order) ? { ...order, attempt: undefined } : order;
  return JSON.stringify(asked, (_, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))) : part,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
