/** An input that is not an order at all, whatever a stage would say to it. The message names the input. */
export class InputUnreadable extends Error {
  override readonly name = 'InputUnreadable';
}
