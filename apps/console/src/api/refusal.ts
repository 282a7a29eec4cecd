/** The server understood the call and refused it: an error in the shape of AWS. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** The error's name without its namespace, such as `ExecutionAlreadyExists`. */
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}
