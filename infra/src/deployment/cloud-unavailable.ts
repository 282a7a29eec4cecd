/** AWS cannot be asked. The message is one sentence with what to do about it. */
export class CloudUnavailable extends Error {
  override readonly name = 'CloudUnavailable';
}
