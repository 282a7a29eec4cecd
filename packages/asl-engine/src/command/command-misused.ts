/** A command that cannot be carried out as it was given; its message says why. Ends the process with 2. */
export class CommandMisused extends Error {
  override readonly name = 'CommandMisused';
}
