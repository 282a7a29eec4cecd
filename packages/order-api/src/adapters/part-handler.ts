import type { Surroundings } from '@order-workflow/stage-kit';
import { lambdaSurroundings } from '@order-workflow/stage-kit/aws';
import * as z from 'zod/mini';
import type { AnsweredLines } from '../ports/batches.ts';
import { nameOf } from './api-handler.ts';

const eventSchema = z.object({ batchId: z.string(), part: z.int().check(z.minimum(1)) });

/**
 * A Lambda handler that places a part of a batch, for the state machine of batches. A line of the log holds nothing of what was sent:
 * the part, how many lines were answered by which status, and how long it took. What is thrown is written down and thrown on: the
 * state tries again.
 *
 * @param surroundings Lambda's own unless given; without any, nothing is logged
 */
export function createPartHandler(
  place: (batchId: string, part: number) => Promise<AnsweredLines>,
  surroundings: Surroundings | undefined = lambdaSurroundings(),
): (event: unknown) => Promise<{ readonly answered: AnsweredLines }> {
  return async (event) => {
    const { batchId, part } = eventSchema.parse(event);
    const startedAt = surroundings?.clock.now() ?? 0;
    const note = (told: object) => {
      if (!surroundings) return;
      const endedAt = surroundings.clock.now();
      const line = { timestamp: new Date(endedAt).toISOString(), operation: 'placePart', batchId, part, ...told };
      surroundings.write(JSON.stringify({ ...line, durationMs: endedAt - startedAt }));
    };
    try {
      const answered = await place(batchId, part);
      note({ level: 'INFO', answered });
      return { answered };
    } catch (problem) {
      note({ level: 'ERROR', problem: nameOf(problem) });
      throw problem;
    }
  };
}
