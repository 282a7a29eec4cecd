/** The port that was asked for cannot be listened on. */
export class PortUnusable extends Error {
  override readonly name = 'PortUnusable';
}
