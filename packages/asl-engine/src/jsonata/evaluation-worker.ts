// A thread that evaluates expressions which may run without end: whoever asked ends it then (see evaluate-apart.ts).
import { parentPort } from 'node:worker_threads';
import { NotJson } from '../json/copy-json.ts';
import { createRandomSource } from '../random/random-source.ts';
import { longestEvaluation, mostBytes, outOfMemory, outOfTime } from './evaluation-limits.ts';
import type { EvaluationAnswer, EvaluationRequest } from './evaluation-request.ts';
import { describeProblem, type PreparedExpression, prepareExpression } from './prepared-expression.ts';

const mostPrepared = 500;
const prepared = new Map<string, PreparedExpression>();
const reallyRandom = Math.random;

/** How many values lie between two looks at the clock. */
const stride = 64;
let values = 0;
let startedAt = 0;

parentPort?.on('message', async (request: EvaluationRequest) => {
  parentPort?.postMessage(await answer(request));
});

async function answer({ text, bindings, now, seed }: EvaluationRequest): Promise<EvaluationAnswer> {
  const random = createRandomSource(seed);
  // `$shuffle` draws from here.
  Math.random = seed === undefined ? reallyRandom : () => random.next();
  startedAt = computed();
  try {
    return { kind: 'value', value: await preparedFor(text).evaluate(bindings, { random, now: () => now }) };
  } catch (problem) {
    if (problem instanceof NotJson) return { kind: 'notJson' };
    return { kind: 'problem', description: describeProblem(problem) };
  }
}

function preparedFor(text: string): PreparedExpression {
  const known = prepared.get(text);
  if (known) return known;
  if (prepared.size >= mostPrepared) prepared.clear();
  const expression = prepareExpression(text, watch);
  prepared.set(text, expression);
  return expression;
}

function watch(value: unknown): void {
  if (typeof value === 'string' && value.length > mostBytes) throw outOfMemory();
  if (Array.isArray(value) && value.length * 8 > mostBytes) throw outOfMemory();
  if (++values % stride === 0 && computed() - startedAt > longestEvaluation) throw outOfTime();
}

// Milliseconds that this thread has computed, where Node tells them: on a busy machine it may wait as long as it likes.
function computed(): number {
  if (!('threadCpuUsage' in process)) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
