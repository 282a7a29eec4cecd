import { parentPort, workerData } from 'node:worker_threads';
import { type SoakOptions, soak } from './soak.ts';
import type { TallyFigures } from './tally.ts';

/** What a thread of a soak is given. */
export interface ThreadOrder extends Pick<SoakOptions, 'seed' | 'schedules' | 'milliseconds' | 'lanes'> {
  readonly first: number;
  readonly every: number;
}

/** What it tells: how many schedules it has run so far, and what came of all of them. */
export type ThreadNews =
  | { readonly kind: 'progress'; readonly schedules: number }
  | {
      readonly kind: 'ended';
      readonly figures: TallyFigures;
      readonly failedBatch: number;
      readonly failure: string | undefined;
    };

let failedElsewhere = Number.POSITIVE_INFINITY;
parentPort?.on('message', (batch: number) => {
  failedElsewhere = Math.min(failedElsewhere, batch);
});

const { first, every, ...options }: ThreadOrder = workerData;
const tell = (news: ThreadNews) => parentPort?.postMessage(news);
const { tally, failedBatch, failure } = await soak({
  ...options,
  share: { first, every, failedElsewhere: () => failedElsewhere },
  onProgress: ({ counts: { schedules } }) => tell({ kind: 'progress', schedules }),
});
tell({ kind: 'ended', figures: tally.figures, failedBatch, failure });
