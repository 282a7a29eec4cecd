// The entry point `@order-workflow/asl-engine/journal-sqlite`, apart so that the engine loads where node:sqlite does not exist.
export { openSqliteJournal, type SqliteJournal } from './journal/sqlite-journal.ts';
