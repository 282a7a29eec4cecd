import { type CompleteWorkflow, stagesOf } from '../composition/workflow.ts';
import { pathsOf } from '../cost/paths.ts';
import { usageOf } from '../cost/usage-of.ts';
import type { StateMachineDefinition } from '../diagram/state-machine-definition.ts';
import { quotas } from './quotas.ts';

/** A quota, and how many orders a second use it up. */
export interface Ceiling {
  readonly ordersPerSecond: number;
  readonly what: string;
  /** What happens above it. */
  readonly effect: string;
  readonly remedy: string;
}

const raise = 'ask for a higher quota';

/** What binds orders that go well, or whose payment gateway is silent, the lowest first. */
export function ceilingsOf(definition: StateMachineDefinition, workflow: CompleteWorkflow): readonly Ceiling[] {
  const [happy] = pathsOf(definition);
  if (!happy) throw new RangeError('the definition never ends');
  const { transitions, invocations, publishes, tableWrites, itemKb, durationMs } = usageOf(
    happy,
    definition,
    stagesOf(workflow),
  );
  const slowest = Math.max(...workflow.steps.flatMap(({ stage, undo }) => (undo ? [stage.timeoutSeconds] : [])));
  const { describeExecution, lambdaConcurrency, startExecution, stateTransition, putEvents, snsPublish } = quotas;
  const all: readonly Ceiling[] = [
    {
      ordersPerSecond: describeExecution,
      what: `a client that asks how each order stands, by DescribeExecution or the order API's \`GET /orders/{id}\`: ${describeExecution} calls a second`,
      effect: 'ThrottlingException, or 503, to whoever asks: orders go on, and who asks knows later',
      remedy:
        'hear [events](deploying.md#tell-other-systems), or read the [list of the order API](../packages/order-api/README.md#lists), which asks the table alone',
    },
    {
      ordersPerSecond: lambdaConcurrency / slowest,
      what: `a gateway or carrier that hangs: ${count(lambdaConcurrency)} functions at once, each for its ${slowest} s`,
      effect:
        'Lambda turns calls of all stages away; they are tried again for the [time of their stage](architecture.md#the-state-machine), then orders are undone',
      remedy: '`StageConcurrency`, so that one stage does not take all; a higher quota',
    },
    {
      ordersPerSecond: startExecution,
      what: `StartExecution: ${startExecution} calls a second`,
      effect: 'ThrottlingException to whoever places: ask again, under the same name; nothing began',
      remedy: raise,
    },
    {
      ordersPerSecond: stateTransition / transitions,
      what: `transitions: ${count(stateTransition)} a second, ${transitions} an order`,
      effect: 'Step Functions holds executions back: orders take longer, and nothing is lost',
      remedy: `${raise}; several regions or accounts`,
    },
    {
      ordersPerSecond: quotas.tableWrites / (tableWrites * itemKb),
      what: `a new table of orders: ${count(quotas.tableWrites)} write units a second, ${tableWrites * itemKb} an order`,
      effect: 'DynamoDB throttles: `OrderStoreUnavailable`, which is tried again for a minute',
      remedy: 'let it grow, since it doubles within half an hour; or warm it before the day',
    },
    {
      ordersPerSecond: lambdaConcurrency / ((invocations * durationMs) / 1000),
      what: `functions that run at once: ${count(lambdaConcurrency)}, ${invocations} of ${durationMs} ms an order`,
      effect: 'as where a gateway hangs',
      remedy: raise,
    },
    {
      ordersPerSecond: (quotas.partitionWrites * listParts) / dayIndexWrites,
      what: `the index by days: ${listParts} parts of ${count(quotas.partitionWrites)} write units, ${dayIndexWrites} an order`,
      effect: 'DynamoDB throttles the table with it',
      remedy: 'more parts ([decision 0026](decisions/0026-orders-are-listed-by-two-indexes.md))',
    },
    {
      ordersPerSecond: putEvents,
      what: `PutEvents, where a bus is named: ${count(putEvents)} calls a second`,
      effect: '`OrderEventsUnavailable`: tried again for a minute, then the notice is parked',
      remedy: raise,
    },
    {
      ordersPerSecond: snsPublish / publishes,
      what: `notices to the topic: ${count(snsPublish)} a second`,
      effect: '`NotificationsUnavailable`: tried again for a minute, then the notice is parked',
      remedy: raise,
    },
  ];
  return all.toSorted((one, other) => one.ordersPerSecond - other.ordersPerSecond);
}

/** Over so many parts a day's orders are spread (order-item.ts). */
const listParts = 10;
/** Its item enters the index by days, and its end changes it there. */
const dayIndexWrites = 2;

/** The ceilings as a table of Markdown. */
export function ceilingsTable(ceilings: readonly Ceiling[]): string {
  const rows = ceilings.map(
    ({ ordersPerSecond, what, effect, remedy }) =>
      `| ${count(Math.floor(ordersPerSecond))} | ${what} | ${effect} | ${remedy} |`,
  );
  return ['| Orders a second | What binds | Then | What to do |', '|---|---|---|---|', ...rows].join('\n');
}

function count(number: number): string {
  return number.toLocaleString('en');
}
