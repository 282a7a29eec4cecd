import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { checkComplete } from './check-complete.ts';
import { dataFolder, filesOf } from './data-folder.ts';

/** A folder whose files have a table each, with a row where `rows` says so. */
function folderWith(rows: boolean) {
  const folder = dataFolder(temporaryFolder());
  for (const file of filesOf(folder)) {
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE thing (name TEXT)');
    if (rows) database.exec("INSERT INTO thing VALUES ('x')");
    database.close();
  }
  return folder;
}

const files = ['executions.sqlite', 'ledger.sqlite', 'messages.sqlite'];
const ways: readonly (readonly [string, (file: string) => void])[] = [
  ['empty', (file) => truncateSync(file)],
  ['missing', (file) => rmSync(file)],
];

describe(checkComplete, () => {
  it.each(ways.flatMap(([state, lose]) => files.map((name) => [name, state, lose] as const)))(
    'refuses %s when it is %s beside files that hold something',
    (name, state, lose) => {
      const folder = folderWith(true);
      const file = filesOf(folder).find((one) => basename(one) === name) ?? '';
      lose(file);
      expect(() => checkComplete(folder)).toThrow(`${file} is ${state}, although `);
    },
  );

  it('takes a folder that is whole, new, or was left before anything happened in it', () => {
    const left = folderWith(false);
    writeFileSync(left.ledgerFile, '');
    for (const folder of [folderWith(true), dataFolder(temporaryFolder()), left])
      expect(() => checkComplete(folder)).not.toThrow();
  });
});
