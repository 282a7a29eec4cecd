import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openItemStore } from './item-store.ts';

describe(openItemStore, () => {
  it('has the items of a file whose table was in the order of its keys, and finds them in that order', async () => {
    const file = `${temporaryFolder()}/tables.sqlite`;
    const database = new DatabaseSync(file);
    database.exec(`
      CREATE TABLE entries (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      INSERT INTO entries VALUES ('item-T~a', '{"n":1}'), ('item-T~c', '{"n":3}');
    `);
    database.close();
    for (const round of [1, 2]) {
      const store = openItemStore(file);
      await store.put('item-T~b', { n: 2 });
      const values = store.values({ gte: 'item-T~', lt: 'item-T\u007f' });
      expect([await values.next(), await values.next(), await values.next(), await values.next()]).toEqual([
        { n: 1 },
        { n: 2 },
        { n: 3 },
        undefined,
      ]);
      expect(await store.get('item-T~c'), `round ${round}`).toEqual({ n: 3 });
      await store.close();
    }
  });
});
