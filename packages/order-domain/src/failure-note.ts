import * as z from 'zod/mini';

/** What a Catch notes in the record: the stage whose failure changed the order's way. */
export const failureNoteSchema = z.object({
  /** Key of the stage that failed, such as `payment`. */
  stage: z.string(),
  /** The error's name on the wire, such as `PaymentDeclined` or `States.Timeout`. */
  error: z.string(),
  /** As Step Functions gives it: JSON of the function's error, or plain text, or empty. */
  cause: z.optional(z.string()),
});

export type FailureNote = z.infer<typeof failureNoteSchema>;

/**
 * The reasons of a rejection, one sentence each. Reads them from the cause of a function's error; empty when the cause
 * is something else, such as the text of a time-out.
 */
export function reasonsOf(note: FailureNote): readonly string[] {
  try {
    const cause: unknown = JSON.parse(note.cause ?? '');
    if (typeof cause !== 'object' || cause === null || !('errorMessage' in cause)) return [];
    return typeof cause.errorMessage === 'string' ? cause.errorMessage.split('\n').filter(Boolean) : [];
  } catch {
    return [];
  }
}
