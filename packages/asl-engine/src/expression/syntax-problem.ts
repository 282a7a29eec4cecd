type SyntaxProblemCode = 'INVALID_JSONATA_EXPRESSION' | 'UNSUPPORTED_JSONATA_EXPRESSION';

/** An expression that cannot be read; the message is a sentence that tells what is wrong. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
  /** AWS's name for the kind of problem, where it has one of its own. */
  readonly code: SyntaxProblemCode | undefined;

  constructor(message: string, code?: SyntaxProblemCode) {
    super(message);
    this.code = code;
  }
}
