/**
 * How a task handler says that its task failed. `error` is the name that Retry and Catch match; `cause` is the text beside it
 * in the history. Both may be left out, as a task token's failure may.
 */
export class TaskFailure extends Error {
  override readonly name = 'TaskFailure';
  readonly error: string | undefined;
  override readonly cause: string | undefined;

  constructor(error?: string, cause?: string) {
    super(cause ?? error ?? 'The task failed.');
    this.error = error;
    this.cause = cause;
  }
}
