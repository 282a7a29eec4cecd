import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadNews, ThreadOrder } from '../src/soak-thread.ts';
import type { TallyFigures } from '../src/tally.ts';

// A thread of a soak that finds a violation at once if it is the first, and else ends when it hears of one. What is left of
// the soak's time keeps it, as a limit of a schedule does that has not passed.
const { first, milliseconds }: ThreadOrder = workerData;
setTimeout(() => {}, milliseconds);

const figures: TallyFigures = {
  counts: {} as TallyFigures['counts'],
  strikes: new Map(),
  edges: { orders: new Set(), cancellations: new Set() },
};
const tell = (news: ThreadNews) => parentPort?.postMessage(news);
const end = (failedBatch: number, failure?: string) => tell({ kind: 'ended', figures, failedBatch, failure });

if (first === 0) end(0, 'a promise is broken');
else parentPort?.once('message', () => end(Number.POSITIVE_INFINITY));
