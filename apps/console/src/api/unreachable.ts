/** No answer came, or one that is not the API's: the server is down, or something else answers in its place. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
