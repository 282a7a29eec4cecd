import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SoakOptions, SoakResult } from './soak.ts';
import type { ThreadNews, ThreadOrder } from './soak-thread.ts';
import { Tally } from './tally.ts';

interface ThreadedSoak extends Pick<SoakOptions, 'seed' | 'schedules' | 'milliseconds' | 'lanes'> {
  readonly threads: number;
  /** The module that each runs: soak-thread.ts unless given. */
  readonly thread?: URL;
  /** Hears how many schedules were run so far. */
  readonly onProgress: (schedules: number) => void;
}

/**
 * Runs a soak on several threads, each with as many lanes: its batches go round them, so that a seed runs the same
 * schedules and finds the same first failure however many there are.
 *
 * @throws ScheduleVoid as {@link soak} does
 */
export async function soakInThreads({
  threads,
  thread = new URL('soak-thread.ts', import.meta.url),
  onProgress,
  ...options
}: ThreadedSoak): Promise<Pick<SoakResult, 'tally' | 'failure'>> {
  const done = Array.from({ length: threads }, () => 0);
  const workers = done.map((_, first) => {
    const workerData: ThreadOrder = { ...options, first, every: threads };
    return new Worker(thread, { workerData });
  });
  const endings = await Promise.all(
    workers.map(async (worker, index) => {
      let ending: Extract<ThreadNews, { kind: 'ended' }> | undefined;
      worker.on('message', (news: ThreadNews) => {
        if (news.kind === 'progress') {
          done[index] = news.schedules;
          onProgress(done.reduce((sum, schedules) => sum + schedules, 0));
          return;
        }
        ending = news;
        // A limit of time that did not pass would keep it: one of an hour, although a promise was broken in the first minute.
        void worker.terminate();
        if (news.failure !== undefined) for (const other of workers) other.postMessage(news.failedBatch);
      });
      await once(worker, 'exit');
      if (!ending) throw new Error(`thread ${index} of the soak ended without a word`);
      return ending;
    }),
  );
  const first = Math.min(...endings.map(({ failedBatch }) => failedBatch));
  const tally = new Tally();
  for (const { figures } of endings) tally.include(figures);
  return {
    tally,
    failure: endings.find(({ failedBatch }) => failedBatch === first)?.failure,
  };
}
