/** An intrinsic function was given what it cannot take; the message is the reason. */
export class IntrinsicFailure extends Error {
  override readonly name = 'IntrinsicFailure';
}
