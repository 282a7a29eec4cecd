/** The journal cannot be used: it is damaged, of a newer version, or no journal at all. It has not been changed. */
export class JournalUnreadable extends Error {
  override readonly name = 'JournalUnreadable';
}
