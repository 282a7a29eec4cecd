import { countStatuses } from '../src/decisions/place-part.ts';
import type { AcceptedBatch, AnsweredLines, Batches, PartLine } from '../src/ports/batches.ts';

/** What is kept of batches, in memory, for tests: it keeps the same contract as the table. */
export function memoryBatches(): Batches {
  const heads = new Map<string, AcceptedBatch>();
  const parts = new Map<string, { execution: string; lines: readonly PartLine[]; answered?: AnsweredLines }>();
  const keyOf = (batchId: string, part: number) => `${batchId} ${part}`;
  return {
    read: async (batchId) => heads.get(batchId),
    async keep(batch) {
      if (heads.has(batch.batchId)) return false;
      heads.set(batch.batchId, batch);
      return true;
    },
    async keepPart({ batchId, execution }, part, lines) {
      if (parts.get(keyOf(batchId, part))?.execution !== execution)
        parts.set(keyOf(batchId, part), { execution, lines });
    },
    readPart: async (batchId, part) => parts.get(keyOf(batchId, part))?.lines,
    async answerPart(batchId, part, answers) {
      const { execution = '' } = parts.get(keyOf(batchId, part)) ?? {};
      parts.set(keyOf(batchId, part), { execution, lines: answers, answered: countStatuses(answers) });
    },
    async progress(batchId) {
      const all = [...parts].flatMap(([key, { answered }]) =>
        key.startsWith(`${batchId} `) && answered ? [answered] : [],
      );
      const sum: Record<string, number> = {};
      for (const [status, count] of all.flatMap((one) => Object.entries(one))) sum[status] = (sum[status] ?? 0) + count;
      return { parts: all.length, answered: sum };
    },
  };
}
