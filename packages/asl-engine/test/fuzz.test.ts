import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createVirtualClock,
  DefinitionInvalid,
  execute,
  type HistoryEvent,
  parseDefinition,
  TaskFailure,
} from '../src/index.ts';
import { mulberry32 } from '../src/random/random-source.ts';
import { mutatedDefinition } from './fuzz/mutated-definition.ts';
import { randomDefinition } from './fuzz/random-definition.ts';

/**
 * How many definitions of each kind: the same ones each time unless there is a number; `pnpm test:long` takes 3,000 at
 * random.
 */
const numRuns = Number(process.env['FUZZ'] ?? 100);
const tally = new Map<string, number>();

/** Runs a definition to its end with handlers that work, fail, throw, wait, or give odd things. */
async function survive(definition: unknown, seed: number): Promise<void> {
  let compiled: ReturnType<typeof parseDefinition>;
  try {
    compiled = parseDefinition(definition as object);
  } catch (problem) {
    expect(problem).toBeInstanceOf(DefinitionInvalid);
    expect((problem as DefinitionInvalid).diagnostics.length).toBeGreaterThan(0);
    count('REFUSED');
    return;
  }
  const random = mulberry32(seed);
  const clock = createVirtualClock();
  const handle = async (given: unknown, wait: (milliseconds: number) => Promise<void>) => {
    const fate = random();
    if (fate < 0.2) throw new TaskFailure('Odd', 'by chance');
    if (fate < 0.25) throw new TypeError('a bug');
    if (fate < 0.3) await wait(200_000);
    return fate < 0.35 ? () => 1 : fate < 0.4 ? undefined : given;
  };
  const execution = execute(compiled, {
    input: { a: 1, list: [1, { a: 1 }, 'x'] },
    clock,
    seed,
    invokeLambda: async ({ payload, clock: own, signal }) => ({
      payload: await handle(payload, (ms) => own.sleep(ms, signal)),
    }),
    integrations: {
      'sqs:sendMessage': (parameters, { clock: own, signal }) => handle(parameters, (ms) => own.sleep(ms, signal)),
    },
  });
  const hang = new Promise<never>((_, reject) => setTimeout(reject, 240_000, new Error('the execution hangs')).unref());
  const { status } = await Promise.race([execution.result, hang]);
  count(status);
  expect(['SUCCEEDED', 'FAILED', 'TIMED_OUT']).toContain(status);
  expectWellFormed(execution.history());
}

function expectWellFormed(history: readonly HistoryEvent[]): void {
  for (const [index, { id, previousEventId }] of history.entries()) {
    if (id !== index + 1 || previousEventId >= id)
      throw new Error(`event ${index + 1} has id ${id}, previous ${previousEventId}`);
  }
  expect(history[0]?.type).toBe('ExecutionStarted');
  expect(history.at(-1)?.type).toMatch(/^Execution(Succeeded|Failed|TimedOut)$/);
}

function count(what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1);
}

describe('any definition', () => {
  it.each([
    ['made from the grammar', randomDefinition],
    ['with one place made odd', mutatedDefinition],
  ] as [string, fc.Arbitrary<unknown>][])(
    '%s is refused clearly or runs to an end',
    { timeout: 600_000 },
    async (name, definitions) => {
      const unhandled: unknown[] = [];
      const listen = (reason: unknown) => unhandled.push(reason);
      process.on('unhandledRejection', listen);
      tally.clear();
      await fc.assert(fc.asyncProperty(definitions, fc.nat(), survive), { numRuns });
      await new Promise((resolve) => setImmediate(resolve));
      process.off('unhandledRejection', listen);
      expect(unhandled).toEqual([]);
      console.log(name, Object.fromEntries(tally));
      // A fuzzer that is refused everything tests nothing.
      expect(tally.get('SUCCEEDED') ?? 0).toBeGreaterThan(numRuns / 100);
    },
  );
});
