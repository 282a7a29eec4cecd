import { describeIssues, violationText } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import { type DeskQuery, deskSorts, longWaitMs } from '../../desk/desk-query.ts';
import type { DeskPageRequest } from '../../desk/search-desk.ts';
import { executionStatuses } from '../../orders/execution-report.ts';
import { ApiError } from '../api-error.ts';

const text = z.string().check(z.minLength(1), z.maxLength(200));
const number = z.pipe(
  z.string().check(z.regex(/^\d{1,15}(\.\d{1,6})?$/, 'expected a number')),
  z.transform((written) => Number(written)),
);
const schema = z.strictObject({
  q: z.optional(text),
  of: z.optional(z.enum(['orders', 'cancellations'])),
  status: z.optional(z.enum(executionStatuses)),
  outcome: z.optional(text),
  state: z.optional(text),
  needs: z.optional(z.literal('person')),
  waiting: z.optional(z.literal('minute')),
  since: z.optional(number),
  until: z.optional(number),
  ended: z.optional(number),
  min: z.optional(number),
  max: z.optional(number),
  sort: z.optional(z.enum(deskSorts)),
  from: z.optional(number),
});

/** What is asked for in the address of a search, instants in milliseconds since the epoch. */
export interface AskedOfDesk {
  readonly query: DeskQuery;
  readonly page: Omit<DeskPageRequest, 'limit'>;
}

/**
 * @param now in milliseconds since the epoch
 * @throws ApiError ValidationException
 */
export function readDeskQuery(parameters: Readonly<Record<string, string>>, now: number): AskedOfDesk {
  const read = schema.safeParse(parameters);
  if (!read.success) {
    const problems = describeIssues(read.error.issues, parameters, 'query').map(violationText).join('; ');
    throw new ApiError('ValidationException', problems);
  }
  const { q, needs, waiting, ended, sort, from, ...query } = read.data;
  return {
    query: {
      ...query,
      ...(q !== undefined && { words: q }),
      ...(ended !== undefined && { endedSince: ended }),
      ...(needs && { needsPerson: true }),
      ...(waiting && { waitingSince: now - longWaitMs }),
    },
    page: { sort, from: from === undefined ? 0 : Math.floor(from) },
  };
}
