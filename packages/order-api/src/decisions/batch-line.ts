import * as z from 'zod/mini';
import type { ApiAnswer } from '../http/api-answer.ts';
import { problemSchema } from '../http/problem.ts';
import { orderStandingSchema } from './order-standing.ts';

const { shape } = orderStandingSchema;

/** What came of one line of a batch, as the file of results has it: what `POST /orders` would have answered to it alone. */
export const batchLineSchema = z.object({
  /** Counted from 1, over all lines that were sent, empty ones too. */
  line: z.int().check(z.minimum(1)),
  /** 202 where an execution was started for it, 200 where the order was placed before; of all others `problem` says why. */
  status: z.int().check(z.minimum(200), z.maximum(499)),
  orderId: z.optional(shape.orderId),
  attempt: z.optional(shape.attempt),
  /** How the order stood when the line was placed: `accepted` with 202. */
  stands: z.optional(shape.status),
  problem: z.optional(problemSchema),
});

export type BatchLine = z.infer<typeof batchLineSchema>;

/** An answer to a post, as the answer to a line. */
export function batchLine(line: number, { status, body }: ApiAnswer): BatchLine {
  const standing = orderStandingSchema.safeParse(body);
  if (!standing.success) return { line, status, problem: problemSchema.parse(body) };
  const { orderId, attempt, status: stands } = standing.data;
  return { line, status, orderId, attempt, stands };
}
