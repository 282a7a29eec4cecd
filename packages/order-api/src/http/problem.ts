import type { Violation } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import type { ApiAnswer } from './api-answer.ts';

/** Every problem that the API tells of, with its status and title. Its `type` is `urn:order-workflow:problem:` and this name. */
export const problems = {
  'key-missing': { status: 400, title: 'The request has no usable Idempotency-Key' },
  'not-json': { status: 400, title: 'The body cannot be read as JSON' },
  'order-unknown': { status: 404, title: 'There is no such order' },
  'batch-unknown': { status: 404, title: 'There is no such batch' },
  'another-under-way': { status: 409, title: 'The order stands otherwise than this request supposes' },
  'batch-under-way': { status: 409, title: 'The batch has not ended' },
  'too-large': { status: 413, title: 'The body is too large' },
  'not-json-by-type': { status: 415, title: 'The body is not sent as JSON' },
  'not-json-lines-by-type': { status: 415, title: 'The body is not sent as JSON Lines' },
  'order-invalid': { status: 422, title: 'The order is not valid' },
  'request-invalid': { status: 422, title: 'The request is not valid' },
  'key-reused': { status: 422, title: 'The Idempotency-Key was used for something else' },
  defect: { status: 500, title: 'A defect of this service' },
  unavailable: { status: 503, title: 'Something that this service needs does not answer' },
} as const;

export type ProblemName = keyof typeof problems;

const prefix = 'urn:order-workflow:problem:';

const violationSchema = z.object({
  /** `items[0].quantity`; `order` for the whole. */
  field: z.string(),
  /** What was given and what is expected. */
  problem: z.string(),
});

/** A problem as it is told (RFC 9457). It repeats nothing personal. */
export const problemSchema = z.object({
  type: z.string().check(z.startsWith(prefix)),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** What is wrong with what was sent, field by field. */
  violations: z.optional(z.array(violationSchema)),
  /** Where the order stands that is meant, where there is one. */
  order: z.optional(z.string()),
});

export type Problem = z.infer<typeof problemSchema>;

interface ProblemMore {
  readonly violations?: readonly Violation[];
  readonly order?: string;
  /** When to try again. */
  readonly retryAfterSeconds?: number;
}

/** The answer that tells of a problem. */
export function problemAnswer(
  name: ProblemName,
  detail: string,
  { violations, order, retryAfterSeconds }: ProblemMore = {},
): ApiAnswer {
  const { status, title } = problems[name];
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    },
    body: {
      type: `${prefix}${name}`,
      title,
      status,
      detail,
      ...(violations && { violations }),
      ...(order !== undefined && { order }),
    },
  };
}

/** 422, with what is wrong with an order, field by field. */
export function invalidOrder(violations: readonly Violation[]): ApiAnswer {
  const detail = violations.length === 1 ? 'One thing is wrong with it' : 'Several things are wrong with it';
  return problemAnswer('order-invalid', detail, { violations });
}
