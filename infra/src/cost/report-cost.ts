import type { StateMachineDefinition } from '../diagram/state-machine-definition.ts';
import { costOfMillion, type Usage } from './cost-of-orders.ts';
import { type Path, pathsOf } from './paths.ts';

const memories = [128, 256, 512, 1024];
const durations = [20, 50, 100, 300, 1000];
const usual = { memoryMb: 128, durationMs: 50 };

/** The cost of a million orders, for people: each path, and how it depends on memory and duration. */
export function reportCost(definition: StateMachineDefinition): string {
  const [happy, ...others] = pathsOf(definition);
  if (!happy) throw new RangeError('the definition never ends');
  const usage = usageOf(happy, definition);
  return [
    `A million orders that go well: ${dollars(costOfMillion('STANDARD', usage))} on Standard, ${dollars(costOfMillion('EXPRESS', usage))} on Express.`,
    `us-east-1, arm64, ${usual.memoryMb} MB, ${usual.durationMs} ms a function. List prices of mid-2025: infra/src/cost/prices.ts.`,
    'Not counted: logs, traces, requests to the key, data transfer. A retry is one more transition.',
    '',
    table([
      ['way of the order', 'transitions', 'Standard', 'Express'],
      ...[happy, ...others].map((path) => pathRow(path, definition)),
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
  ].join('\n');
}

function pathRow(path: Path, definition: StateMachineDefinition): string[] {
  const usage = usageOf(path, definition);
  return [
    path.turns.join(', ') || 'goes well',
    String(usage.transitions),
    dollars(costOfMillion('STANDARD', usage)),
    dollars(costOfMillion('EXPRESS', usage)),
  ];
}

function usageOf({ states }: Path, { States }: StateMachineDefinition): Usage {
  const invocations = states.filter((name) => States[name]?.Resource?.endsWith(':lambda:invoke')).length;
  return { transitions: states.length, invocations, publishes: 1, ...usual };
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
