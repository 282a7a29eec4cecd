import type { DatabaseSync } from 'node:sqlite';
import type { EventRecord } from '../history/event-record.ts';
import type { ExecutionStart, JournalEntry } from './execution-journal.ts';
import { packEvents } from './sqlite-events.ts';

/** What writes into the tables of a journal, within a transaction of whoever asks. */
export interface EntryWriter {
  write(entry: JournalEntry): void;
  /** Erases executions that have ended, and gives how many there were. */
  forget(executionArns: readonly string[]): number;
}

export function entryWriter(database: DatabaseSync): EntryWriter {
  const place = database.prepare('SELECT position FROM execution WHERE arn = ?');
  const endedPlace = database.prepare('SELECT position FROM execution WHERE arn = ? AND end IS NOT NULL');
  const begin = database.prepare('INSERT INTO execution (arn, definition, start, redrives) VALUES (?, ?, ?, 0)');
  const erase = [
    database.prepare('DELETE FROM execution WHERE position = ?'),
    database.prepare('DELETE FROM event WHERE execution = ?'),
    database.prepare('DELETE FROM fiber WHERE execution = ?'),
  ];
  const [, , eraseFibers] = erase;
  const findDefinition = database.prepare('SELECT id FROM definition WHERE content = ?');
  const addDefinition = database.prepare('INSERT INTO definition (content) VALUES (?)');
  const eraseDefinitions = database.prepare(
    'DELETE FROM definition WHERE id NOT IN (SELECT definition FROM execution)',
  );
  const addEvents = database.prepare('INSERT INTO event (execution, first, last, packed) VALUES (?, ?, ?, ?)');
  const setFiber = database.prepare(
    `INSERT INTO fiber (execution, path, snapshot) VALUES (?, ?, ?)
     ON CONFLICT (execution, path) DO UPDATE SET snapshot = excluded.snapshot`,
  );
  const forgetBelow = database.prepare(
    "DELETE FROM fiber WHERE execution = ? AND path != '' AND (? = '' OR substr(path, 1, ?) = ?)",
  );
  // Where nothing changes nothing is written: the row holds the input, and may be long.
  const setEnd = database.prepare(
    `UPDATE execution SET end = ?1, redrives = ?2, redriven = ifnull(?4, redriven)
     WHERE position = ?3 AND (end IS NOT ?1 OR redrives != ?2 OR ?4 IS NOT NULL)`,
  );

  const eraseAt = (position: number) => {
    for (const statement of erase) statement.run(position);
  };
  const keepDefinition = (definition: ExecutionStart['definition']) => {
    const content = JSON.stringify(definition);
    return Number(findDefinition.get(content)?.['id'] ?? addDefinition.run(content).lastInsertRowid);
  };
  const beginAnew = ({ executionArn, definition, ...start }: ExecutionStart): number => {
    const before = place.get(executionArn);
    if (before) eraseAt(Number(before['position']));
    return Number(begin.run(executionArn, keepDefinition(definition), JSON.stringify(start)).lastInsertRowid);
  };
  const keepEvents = (position: number, events: readonly EventRecord[]) => {
    const [first, last] = [events[0], events.at(-1)];
    if (first && last) addEvents.run(position, first.id, last.id, packEvents(JSON.stringify(events)));
  };
  const placeOf = (executionArn: string): number => {
    const row = place.get(executionArn);
    if (!row) throw new Error(`The execution ${executionArn} has not been started in this journal.`);
    return Number(row['position']);
  };

  return {
    write({ executionArn, start, events, fibers, forgotten, end, redriveCount }) {
      const position = start ? beginAnew(start) : placeOf(executionArn);
      keepEvents(position, events);
      for (const path of forgotten) forgetBelow.run(position, path, path.length + 1, `${path}/`);
      if (end?.status === 'SUCCEEDED') eraseFibers?.run(position);
      else for (const fiber of fibers) setFiber.run(position, fiber.path, JSON.stringify(fiber));
      const redriven = events.findLast(({ type }) => type === 'ExecutionRedriven')?.at ?? null;
      setEnd.run(end ? JSON.stringify(end) : null, redriveCount, position, redriven);
    },
    forget(executionArns) {
      const places = executionArns.flatMap((executionArn) => endedPlace.get(executionArn)?.['position'] ?? []);
      for (const position of new Set(places)) eraseAt(Number(position));
      eraseDefinitions.run();
      return new Set(places).size;
    },
  };
}
