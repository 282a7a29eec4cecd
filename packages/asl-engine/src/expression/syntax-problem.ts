/** An expression that cannot be read; the message is a sentence that tells what is wrong. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
}
