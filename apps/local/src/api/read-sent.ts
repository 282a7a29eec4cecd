import { describeIssues, violationText } from '@order-workflow/order-domain';
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { ApiError } from './api-error.ts';
import { parseRequest } from './protocol-json.ts';

/**
 * What a page of this machine sent as JSON, read by a schema.
 *
 * @throws ApiError ValidationException, SerializationException
 */
export async function readSent<Schema extends z.ZodMiniType>(
  schema: Schema,
  { req }: Context,
): Promise<z.output<Schema>> {
  // Of another type a browser would send it for somebody else's page without asking.
  if (!/^application\/json\b/i.test(req.header('content-type') ?? ''))
    throw new ApiError('ValidationException', 'Content-Type: expected application/json');
  const body = parseRequest(new Uint8Array(await req.arrayBuffer()));
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new ApiError(
    'ValidationException',
    describeIssues(read.error.issues, body, 'request').map(violationText).join('; '),
  );
}
