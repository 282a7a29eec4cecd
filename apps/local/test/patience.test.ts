import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVirtualClock, execute, parseDefinition, TaskFailure } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { readAssembly } from '../src/assembly/read-assembly.ts';

/**
 * How soon each state gives up, measured on the synthesized definition: every try fails at once, so that no time passes but
 * the waits between them. Nothing can make it sooner than that.
 */

interface Task {
  readonly Type: string;
  readonly Retry: readonly { readonly ErrorEquals: readonly string[] }[];
  readonly Catch?: readonly object[];
  readonly Next?: string;
}

const root = new URL('../../../', import.meta.url);
const { definition } = readAssembly(fileURLToPath(new URL('infra/cdk.out', root))).stateMachine;
const machine: { readonly States: Readonly<Record<string, Task>> } = JSON.parse(definition);
const tasks = Object.entries(machine.States).filter(([, { Type }]) => Type === 'Task');

/** The machine with this state alone, and a caught error as its end. */
function alone(name: string) {
  const { Next: _, Catch = [], ...task } = machine.States[name]!;
  const states = { [name]: { ...task, End: true, Catch: Catch.map((one) => ({ ...one, Next: 'Given Up' })) } };
  const end = Catch.length > 0 && { 'Given Up': { Type: 'Succeed' } };
  return parseDefinition({ ...machine, StartAt: name, States: { ...states, ...end } });
}

/** Runs a state whose tries fail by these errors in turn: what its history says from its entry until it is given up. */
async function giveUp(state: string, errors: readonly string[]) {
  let tried = 0;
  const fail = () => {
    throw new TaskFailure(errors[tried++ % errors.length]!, 'at once');
  };
  const execution = execute(alone(state), {
    clock: createVirtualClock(),
    invokeLambda: fail,
    integrations: { 'sqs:sendMessage': fail },
  });
  await execution.result;
  const events = execution.history();
  const end = events.findIndex(({ type }) => type === 'TaskStateExited' || type === 'ExecutionFailed');
  const own = events.slice(1, end + 1);
  const [first, last] = [own[0]!.timestamp, own.at(-1)!.timestamp];
  return {
    seconds: (last.getTime() - first.getTime()) / 1000,
    tries: own.filter(({ type }) => type === 'TaskScheduled').length,
    events: own.length,
  };
}

const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

/** What docs/architecture.md says of each state. */
const said = [...read('docs/architecture.md').matchAll(/^\| ([^|]+) \| (\d+) \| (\d+) \| [^|]+ \| (\d+) \|$/gm)].map(
  ([, state = '', patience, tries, seconds]) => ({
    state,
    patience: Number(patience),
    tries: Number(tries),
    seconds: Number(seconds),
  }),
);

describe('a state that meets failures', () => {
  it('is told of in docs/architecture.md', () => {
    expect(said.length).toBeGreaterThan(5);
    // What is not drawn there yet is missed by infra's test of the documents.
    expect(tasks.map(([name]) => name)).toEqual(expect.arrayContaining(said.map(({ state }) => state)));
  });

  it.each(said)('$state gives up no sooner than the documents say, whatever it meets', async (line) => {
    const { ErrorEquals } = machine.States[line.state]!.Retry[0]!;
    // By one name all the time, and by each in turn: counts are for a retrier, and one retrier counts them all.
    for (const errors of [...ErrorEquals.map((name) => [name]), ErrorEquals]) {
      const { seconds, tries } = await giveUp(line.state, errors);
      expect({ errors, seconds, tries }).toEqual({ errors, seconds: line.seconds, tries: line.tries });
    }
    expect(line.seconds).toBeGreaterThanOrEqual(line.patience);
  });

  it.each([
    'README.md',
    'docs/placing-orders.md',
    'docs/deploying.md',
    'docs/proofs.md',
    'docs/architecture.md',
    'docs/glossary.md',
    'docs/runbook.md',
    'docs/api.md',
    'docs/orders.md',
  ])('has its time in its manifest and in what is generated from that: %s says none in words', (document) => {
    const text = read(document).replaceAll(/\s+/g, ' ');
    expect(text).not.toMatch(/(for|about|around|some|nearly|up to|at least) (a minute|six hours)/);
  });

  it('leaves as many events as the synthesis counts, three a try: fewer than the 25,000 at which nothing can be redriven', async () => {
    const all = await Promise.all(tasks.map(([name, { Retry }]) => giveUp(name, Retry[0]!.ErrorEquals)));
    // Where nothing is caught, the execution's end stands for the state's.
    expect(all.map(({ events }) => events)).toEqual(all.map(({ tries }) => 2 + 3 * tries));
    expect(all.reduce((sum, { events }) => sum + events, 0)).toBeLessThan(15_000);
  });
});
