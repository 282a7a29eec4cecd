/** An error that a call is answered with, under AWS's name for it (API reference, "Errors"). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  /** More members of the answer, as a ValidationException's reason. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** What a version or an alias that is not there is answered with, in AWS's words. */
export function missingResource(): ApiError {
  return new ApiError('ResourceNotFound', 'Request references a resource that does not exist.');
}
