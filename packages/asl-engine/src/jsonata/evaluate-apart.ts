import { Worker } from 'node:worker_threads';
import { type LimitExceeded, longestEvaluation, outOfMemory, outOfTime } from './evaluation-limits.ts';
import type { EvaluationAnswer, EvaluationRequest } from './evaluation-request.ts';

/** How many evaluations may run without end at the same time before others must wait for the end of one. */
const mostThreads = 4;

/**
 * An evaluation ends itself when it has computed too long, unless it is in the middle of one long step: then it is ended from outside.
 * It is looked at so often, in milliseconds, and ended when its thread has computed that long since the first look.
 */
const glance = longestEvaluation;

/** Some steps answer nobody before they are done: after so many looks in vain the evaluation is ended. */
const mostInVain = 30;

const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

interface Job {
  readonly request: EvaluationRequest;
  readonly settle: (answer: EvaluationAnswer) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  online: boolean;
  timer: NodeJS.Timeout | undefined;
}

const idle: Thread[] = [];
const waiting: Job[] = [];
const underWay = new Set<Promise<EvaluationAnswer>>();
let threads = 0;

/**
 * Evaluates an expression in another thread, so that it can be ended and holds up nobody. It starts threads when they are needed and
 * keeps them; they do not keep the process alive.
 */
export function evaluateApart(request: EvaluationRequest): Promise<EvaluationAnswer> {
  const answer = new Promise<EvaluationAnswer>((settle) => {
    waiting.push({ request, settle });
    dispatch();
  });
  underWay.add(answer);
  void answer.then(() => underWay.delete(answer));
  return answer;
}

/**
 * Resolves when what is evaluated in other threads now has been; undefined when nothing is. All else that an execution does between
 * two tasks is done in microtasks: who draws which of several executions goes on first waits for this, so that the draw does not
 * depend on the machine.
 */
export function evaluationsUnderWay(): Promise<unknown> | undefined {
  return underWay.size === 0 ? undefined : Promise.all(underWay);
}

function dispatch(): void {
  while (waiting.length > 0) {
    const thread = idle.pop() ?? (threads < mostThreads ? startThread() : undefined);
    if (!thread) return;
    begin(thread, waiting.shift() as Job);
  }
}

function startThread(): Thread {
  threads++;
  const here = import.meta.url;
  const file = new URL(here.endsWith('.ts') ? './evaluation-worker.ts' : './evaluation-worker.js', here);
  const worker = new Worker(file, { resourceLimits, execArgv: [], env: {} });
  const thread: Thread = { worker, job: undefined, online: false, timer: undefined };
  worker.on('online', () => {
    thread.online = true;
    setTimer(thread);
  });
  worker.on('message', (answer: EvaluationAnswer) => {
    if (!thread.job) return;
    finish(thread, answer);
    worker.unref();
    idle.push(thread);
    dispatch();
  });
  worker.on('error', (problem) => lose(thread, answerOf(problem)));
  worker.on('exit', () => lose(thread, refused(outOfMemory())));
  return thread;
}

function begin(thread: Thread, job: Job): void {
  thread.job = job;
  thread.worker.ref();
  thread.worker.postMessage(job.request);
  if (thread.online) setTimer(thread);
}

// The time it takes to start a thread is not the expression's.
function setTimer(thread: Thread): void {
  clearInterval(thread.timer);
  const { worker, job } = thread;
  let first: number | undefined;
  let inVain = 0;
  thread.timer = setInterval(() => {
    if (++inVain > mostInVain) return end();
    computed(worker).then((milliseconds) => {
      if (thread.job !== job) return;
      inVain = 0;
      first ??= milliseconds;
      if (milliseconds - first >= longestEvaluation) end();
    }, lostAlready);
  }, glance);

  function end(): void {
    clearInterval(thread.timer);
    // An answer that is on its way is let in first.
    setImmediate(() => {
      if (thread.job !== job) return;
      lose(thread, refused(outOfTime()));
      void worker.terminate();
    });
  }
}

// Its end is told by the thread itself.
function lostAlready(): void {}

/** Milliseconds that a thread has computed, where Node tells them: on a busy machine it may wait as long as it likes. */
async function computed(worker: Worker): Promise<number> {
  if (!('cpuUsage' in worker)) return performance.now();
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1000;
}

function finish(thread: Thread, answer: EvaluationAnswer): void {
  clearInterval(thread.timer);
  const { job } = thread;
  thread.job = undefined;
  job?.settle(answer);
}

const lost = new WeakSet<Thread>();

function lose(thread: Thread, answer: EvaluationAnswer): void {
  if (lost.has(thread)) return;
  lost.add(thread);
  threads--;
  const at = idle.indexOf(thread);
  if (at >= 0) idle.splice(at, 1);
  finish(thread, answer);
  dispatch();
}

function answerOf(problem: unknown): EvaluationAnswer {
  const { code, message } = problem as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return refused(outOfMemory());
  return { kind: 'problem', description: `The thread that evaluates expressions failed: ${message}` };
}

function refused({ message }: LimitExceeded): EvaluationAnswer {
  return { kind: 'problem', description: message };
}
