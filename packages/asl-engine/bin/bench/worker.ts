// One measurement in a process of its own.
// usage: node --expose-gc worker.ts <engine> <workload> <executions>; prints JSON: executions per second, megabytes.
import { execute, parseDefinition } from '../../src/index.ts';
import { workloads } from './workloads.ts';

/** Runs one execution to its end. */
type RunOnce = (input: unknown) => Promise<void>;

const [engine = '', name = '', count = '1'] = process.argv.slice(2);
const workload = workloads[name];
if (!workload) throw new Error(`There is no workload '${name}'.`);
const { definition, input } = workload;

async function ours(history: 'keep' | 'drop', readEvents: boolean): Promise<RunOnce> {
  const compiled = parseDefinition(definition);
  const invokeLambda = async () => ({ payload: { ok: true } });
  return async (given) => {
    const execution = execute(compiled, { input: given, invokeLambda, history });
    if (readEvents) for await (const event of execution.events) void event;
    const { status } = await execution.result;
    if (status !== 'SUCCEEDED') throw new Error(`ended ${status}`);
  };
}

async function theirs(readEvents: boolean): Promise<RunOnce> {
  const { StateMachine } = await import('aws-local-stepfunctions');
  const machine = new StateMachine(definition as never);
  const noop = async () => ({ ok: true });
  const overrides = {
    taskResourceLocalHandlers: Object.fromEntries(taskNames(definition).map((task) => [task, noop])),
  };
  return async (given) => {
    const execution = machine.run(given as never, { overrides });
    if (readEvents) for await (const event of execution.eventLogs) void event;
    await execution.result;
  };
}

function taskNames(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...((value as { Type?: string } | null)?.Type === 'Task' ? [key] : []),
    ...taskNames(value),
  ]);
}

const engines: Readonly<Record<string, () => Promise<RunOnce>>> = {
  'ours, events read': () => ours('keep', true),
  'ours, history kept': () => ours('keep', false),
  'ours, history dropped': () => ours('drop', false),
  'theirs, events read': () => theirs(true),
  theirs: () => theirs(false),
};

const runOnce = await (engines[engine] ?? (() => Promise.reject(new Error(`There is no engine '${engine}'.`))))();
const executions = Number(count);
for (let index = 0; index < Math.min(executions, 300); index++) await runOnce(input);
globalThis.gc?.();
const started = process.hrtime.bigint();
for (let index = 0; index < executions; index++) await runOnce(input);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
globalThis.gc?.();
const { heapUsed, rss } = process.memoryUsage();
console.log(
  JSON.stringify({ perSecond: executions / seconds, seconds, heapMegabytes: heapUsed / 1e6, rssMegabytes: rss / 1e6 }),
);
