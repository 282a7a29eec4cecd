import type { StageFacts } from '@order-workflow/stage-kit';
import type { StateMachineDefinition } from '../diagram/state-machine-definition.ts';
import { costOfBatches, usualBatch } from './cost-of-batches.ts';
import { costOfListing, costOfLogs, costOfMillion, costOfStore } from './cost-of-orders.ts';
import { type Path, pathsOf } from './paths.ts';
import { prices } from './prices.ts';
import { usageOf } from './usage-of.ts';

const memories = [128, 256, 512, 1024];
const durations = [20, 50, 100, 300, 1000];
const itemsKb = [1, 2, 4];

/** The cost of a million orders, for people: each path, and how it depends on memory and duration. */
export function reportCost(definition: StateMachineDefinition, stages: readonly StageFacts[]): string {
  const [happy, ...others] = pathsOf(definition);
  if (!happy) throw new RangeError('the definition never ends');
  const usage = usageOf(happy, definition, stages);
  return [
    `A million orders that go well: ${dollars(costOfMillion('STANDARD', usage))} on Standard, ${dollars(costOfMillion('EXPRESS', usage))} on Express.`,
    `  of it the table of orders: ${dollars(costOfStore(usage))}, with its items and their backup for a month; one secret beside it: ${dollars(prices.secretMonth)} a month.`,
    `  beside it, that orders can be listed by day and by customer: ${dollars(costOfListing(usage))}.`,
    `  beside it, logs: about ${dollars(costOfLogs(usage))}.`,
    `  in all, on Standard: about ${dollars(costOfMillion('STANDARD', usage) + costOfListing(usage) + costOfLogs(usage))}.`,
    ...(stages.some(({ access }) => access.eventBus)
      ? [
          `  besides, where a bus for events is named: ${dollars(1_000_000 * prices.busEvent)}; and what its rules call.`,
        ]
      : []),
    `  besides, where they come in batches to the order API: about ${dollars(costOfBatches(usualBatch))}; ${usualBatch.linesOfPart} lines a part, ${usualBatch.memoryMb} MB, ${usualBatch.durationMs} ms.`,
    `us-east-1, arm64, ${usage.memoryMb} MB, ${usage.durationMs} ms a function, ${usage.itemKb} KB an item. List prices: infra/src/cost/prices.ts.`,
    'Not counted: traces, requests to the key, data transfer. A retry is one more transition.',
    '',
    table([
      ['way of the order', 'transitions', 'Standard', 'Express'],
      ...[happy, ...others].map((path) => pathRow(path, definition, stages)),
    ]),
    '',
    'An order that goes well, by what its functions need:',
    '',
    table([
      ['', ...durations.map((ms) => `${ms} ms`)],
      ...(['STANDARD', 'EXPRESS'] as const).flatMap((type) =>
        memories.map((memoryMb) => [
          `${type === 'STANDARD' ? 'Standard' : 'Express'} ${memoryMb} MB`,
          ...durations.map((durationMs) => dollars(costOfMillion(type, { ...usage, memoryMb, durationMs }))),
        ]),
      ),
    ]),
    '',
    'The same on Standard, by what its item takes:',
    '',
    table([
      ['', ...itemsKb.map((itemKb) => `${itemKb} KB`)],
      ['Standard', ...itemsKb.map((itemKb) => dollars(costOfMillion('STANDARD', { ...usage, itemKb })))],
    ]),
  ].join('\n');
}

function pathRow(path: Path, definition: StateMachineDefinition, stages: readonly StageFacts[]): string[] {
  const usage = usageOf(path, definition, stages);
  return [
    path.turns.join(', ') || 'goes well',
    String(usage.transitions),
    dollars(costOfMillion('STANDARD', usage)),
    dollars(costOfMillion('EXPRESS', usage)),
  ];
}

function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return rows.map(line).join('\n');
}
