import { describeIssues, violationText } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import { ApiError } from '../api-error.ts';
import { parseRequest } from '../protocol-json.ts';

const schema = z.strictObject({
  messageIds: z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.minLength(1), z.maxLength(1_000)),
});

/**
 * Which of the notices that wait are to be published.
 *
 * @throws ApiError ValidationException, SerializationException
 */
export function readReplay(contentType: string | undefined, sent: Uint8Array): z.infer<typeof schema> {
  // Of another type a browser would send it for somebody else's page without asking.
  if (!/^application\/json\b/i.test(contentType ?? ''))
    throw new ApiError('ValidationException', 'Content-Type: expected application/json');
  const body = parseRequest(sent);
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new ApiError(
    'ValidationException',
    describeIssues(read.error.issues, body, 'request').map(violationText).join('; '),
  );
}
