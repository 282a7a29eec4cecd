import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';

/** A message as a customer got it from a topic. */
export interface CustomerMessage {
  readonly subject: string;
  readonly text: string;
  /** What subscribers filter by, and `notificationId`, by which they drop what they have had. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A letter as its customer got it. */
export interface CustomerLetter {
  /** Of the notice that it brings. */
  readonly notificationId: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Instant in UTC. */
  readonly sentAt: string;
}

/** An event as consumers get it from a bus, as far as it says anything here: https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  /** Instant in UTC, in whole seconds. */
  readonly time: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A message that waits in a queue. */
export interface ParkedMessage {
  readonly messageId: string;
  readonly queueUrl: string;
  readonly body: string;
  /** Instant in UTC. */
  readonly parkedAt: string;
}

/** Which messages are to be erased. */
export interface ForgottenMessages {
  notice(message: CustomerMessage): boolean;
  letter(letter: CustomerLetter): boolean;
  parked(message: ParkedMessage): boolean;
  event(event: BusEvent): boolean;
}

/** How many of each kind were erased. */
export interface ForgottenCounts {
  readonly notices: number;
  readonly letters: number;
  readonly parked: number;
  readonly events: number;
}

/** What topics, queues and event buses have taken, kept: their stand-in on this machine forgets everything when the process ends. */
export interface MessageLog {
  /** Notes what a topic took. */
  publish(message: CustomerMessage): void;
  /** Everything that topics took, oldest first; of one notice only, by its `notificationId`, if one is given. */
  published(notificationId?: string): readonly CustomerMessage[];
  /** The latest that topics took, the latest first: at most so many. */
  latest(limit: number): readonly CustomerMessage[];
  /** The place of the latest message that topics took; 0 when there is none. */
  lastPlace(): number;
  /** What topics took after a place, oldest first, without notices that they had taken before. */
  newSince(place: number): readonly CustomerMessage[];
  /** Notes a letter that was sent. */
  post(letter: CustomerLetter): void;
  /** The letters of a notice, oldest first. */
  letters(notificationId: string): readonly CustomerLetter[];
  /** Notes that a message is to become a letter, until it is settled. */
  owe(message: CustomerMessage): void;
  /** Notes that nothing more is owed for a notice. */
  settle(notificationId: string): void;
  /** The messages that are yet to become letters, oldest first: what a process left behind that was killed. */
  owed(): readonly CustomerMessage[];
  /** Notes what an event bus took. */
  noteEvent(event: BusEvent): void;
  /** What event buses took, oldest first; of one order only, if its id is given. */
  events(orderId?: string): readonly BusEvent[];
  /** Notes what a queue took. */
  park(message: ParkedMessage): void;
  /** What waits in queues, oldest first. */
  parked(): readonly ParkedMessage[];
  /** Takes a message out of its queue. */
  remove(messageId: string): void;
  /** Erases messages, and gives the place back; all of it, or nothing. */
  forget(which: ForgottenMessages): ForgottenCounts;
  close(): void;
}

/**
 * Opens a log in a SQLite file, or one in memory. What is noted outlives the process.
 *
 * @throws Error of SQLite when the file cannot be opened or is not a database
 */
export function openMessageLog(file = ':memory:'): MessageLog {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS published (place INTEGER PRIMARY KEY, id TEXT, message TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS published_id ON published (id);
    CREATE TABLE IF NOT EXISTS letters (place INTEGER PRIMARY KEY, id TEXT NOT NULL, message TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS letters_id ON letters (id);
    CREATE TABLE IF NOT EXISTS owed (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, message TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS events (place INTEGER PRIMARY KEY, id TEXT, message TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS events_id ON events (id);
    CREATE TABLE IF NOT EXISTS parked (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, message TEXT NOT NULL);
  `);
  const publish = database.prepare('INSERT INTO published (id, message) VALUES (?, ?)');
  const published = database.prepare('SELECT message FROM published ORDER BY place');
  const publishedAs = database.prepare('SELECT message FROM published WHERE id = ? ORDER BY place');
  const latest = database.prepare('SELECT message FROM published ORDER BY place DESC LIMIT ?');
  const lastPlace = database.prepare('SELECT coalesce(max(place), 0) AS place FROM published');
  const newSince = database.prepare(`
    SELECT message FROM published AS new WHERE place > ?
    AND NOT EXISTS (SELECT 1 FROM published AS old WHERE old.id = new.id AND old.place < new.place) ORDER BY place
  `);
  const post = database.prepare('INSERT INTO letters (id, message) VALUES (?, ?)');
  const letters = database.prepare('SELECT message FROM letters WHERE id = ? ORDER BY place');
  const owe = database.prepare('INSERT OR IGNORE INTO owed (id, message) VALUES (?, ?)');
  const settle = database.prepare('DELETE FROM owed WHERE id = ?');
  const owed = database.prepare('SELECT message FROM owed ORDER BY place');
  const noteEvent = database.prepare('INSERT INTO events (id, message) VALUES (?, ?)');
  const events = database.prepare('SELECT message FROM events ORDER BY place');
  const eventsOf = database.prepare('SELECT message FROM events WHERE id = ? ORDER BY place');
  const park = database.prepare('INSERT INTO parked (id, message) VALUES (?, ?)');
  const parked = database.prepare('SELECT message FROM parked ORDER BY place');
  const remove = database.prepare('DELETE FROM parked WHERE id = ?');
  function erase<T>(table: string, isTheirs: (message: T) => boolean): number {
    const rows = database.prepare(`SELECT place, message FROM ${table}`).all();
    const theirs = rows.filter((row) => isTheirs(read<T>(row)));
    const one = database.prepare(`DELETE FROM ${table} WHERE place = ?`);
    for (const { place } of theirs) one.run(Number(place));
    return theirs.length;
  }

  return {
    publish: (message) => void publish.run(message.attributes['notificationId'] ?? null, JSON.stringify(message)),
    published(notificationId) {
      const rows = notificationId === undefined ? published.all() : publishedAs.all(notificationId);
      return rows.map((row) => read<CustomerMessage>(row));
    },
    latest: (limit) => latest.all(limit).map((row) => read<CustomerMessage>(row)),
    lastPlace: () => Number(lastPlace.get()?.['place']),
    newSince: (place) => newSince.all(place).map((row) => read<CustomerMessage>(row)),
    post: (letter) => void post.run(letter.notificationId, JSON.stringify(letter)),
    letters: (notificationId) => letters.all(notificationId).map((row) => read<CustomerLetter>(row)),
    owe: (message) => void owe.run(message.attributes['notificationId'] ?? '', JSON.stringify(message)),
    settle: (notificationId) => void settle.run(notificationId),
    owed: () => owed.all().map((row) => read<CustomerMessage>(row)),
    noteEvent: (event) => void noteEvent.run(orderOf(event), JSON.stringify(event)),
    events: (orderId) =>
      (orderId === undefined ? events.all() : eventsOf.all(orderId)).map((row) => read<BusEvent>(row)),
    park: (message) => void park.run(message.messageId, JSON.stringify(message)),
    parked: () => parked.all().map((row) => read<ParkedMessage>(row)),
    remove: (messageId) => void remove.run(messageId),
    forget({ notice, letter, parked: waiting, event }) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const erased = {
          notices: erase('published', notice),
          letters: erase('letters', letter),
          parked: erase('parked', waiting),
          events: erase('events', event),
        };
        // Else the file and its log hold what was deleted until something needs the place.
        database.exec('COMMIT; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
        return erased;
      } catch (problem) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw problem;
      }
    },
    close: () => database.close(),
  };
}

function orderOf({ detail: { orderId } }: BusEvent): string | null {
  return typeof orderId === 'string' ? orderId : null;
}

function read<T>(row: Record<string, SQLOutputValue>): T {
  return JSON.parse(String(row['message'])) as T;
}

/** Stands for the customers: what topics take arrives here. */
export interface CustomerInbox {
  /** Takes what has arrived since the last time, oldest first, each notice once, however often it was published. */
  take(): readonly CustomerMessage[];
}

/** Reads what is published from now on, as a subscriber does that drops a notice it has had. */
export function openCustomerInbox(log: MessageLog): CustomerInbox {
  let read = log.lastPlace();
  return {
    take() {
      const arrived = log.newSince(read);
      read = log.lastPlace();
      return arrived;
    },
  };
}
