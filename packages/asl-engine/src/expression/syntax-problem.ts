/** What AWS says of a JSONata expression when it refuses the machine. */
interface JsonataRefusal {
  readonly code: 'INVALID_JSONATA_EXPRESSION' | 'UNSUPPORTED_JSONATA_EXPRESSION';
  /** Where the expression stands within its state, as `Choices[1]/Output/total`. */
  readonly place: string;
  /** A finding each. */
  readonly messages: readonly string[];
}

/** An expression that cannot be read; the message is a sentence that tells what is wrong. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
  readonly refusal: JsonataRefusal | undefined;

  constructor(message: string, refusal?: JsonataRefusal) {
    super(message);
    this.refusal = refusal;
  }
}
