import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerRow, LedgerStore } from '../src/ledger/ledger-store.ts';
import { memoryStore } from '../src/ledger/memory-store.ts';
import { sqliteStore } from '../src/ledger/sqlite-store.ts';
import { temporaryLedgerFile } from '../src/testing/temporary-ledger-file.ts';

interface Row extends LedgerRow {
  readonly note?: string;
}
type Store = LedgerStore<Row, string>;

const stores: [string, (file: string) => Store][] = [
  ['memory', () => memoryStore()],
  ['a file', (file) => sqliteStore(file, 'payment')],
];

describe.each(stores)('a ledger in %s', (_, open) => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  let store: Store;
  beforeEach(() => {
    store = open(ledgerFile);
    store.clear();
  });
  afterEach(() => store.close());
  afterAll(remove);

  it('keeps rows and journal in their order', () => {
    for (const id of ['b', 'a', 'c']) store.put({ id, key: id === 'c' ? 'other' : 'key' });
    for (const entry of ['second', 'first']) store.note(entry);
    expect(store.rows().map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(store.ofKey('key').map(({ id }) => id)).toEqual(['b', 'a']);
    expect(store.ofKey('none')).toEqual([]);
    expect(store.journal()).toEqual(['second', 'first']);
    expect(store.count()).toBe(3);
  });

  it('replaces a row at its place', () => {
    for (const id of ['a', 'b']) store.put({ id, key: 'key' });
    store.put({ id: 'a', key: 'key', note: 'changed' });
    expect(store.ofKey('key')).toEqual([
      { id: 'a', key: 'key', note: 'changed' },
      { id: 'b', key: 'key' },
    ]);
    expect(store.count()).toBe(2);
  });

  it('gives what is due in the order of time, then of place, and once it is replaced no more', () => {
    const dues = { a: 30, b: 10, c: 20, d: 10, e: 99 };
    for (const [id, due] of Object.entries(dues)) store.put({ id, key: id, due });
    const seen: string[] = [];
    for (let row = store.nextDue(30); row !== undefined; row = store.nextDue(30)) {
      seen.push(row.id);
      store.put({ id: row.id, key: row.key });
    }
    expect(seen).toEqual(['b', 'd', 'c', 'a']);
  });

  it('is empty when it is cleared', () => {
    store.put({ id: 'a', key: 'key', due: 1 });
    store.note('entry');
    store.clear();
    expect([store.rows(), store.ofKey('key'), store.journal(), store.nextDue(9), store.count()]).toEqual([
      [],
      [],
      [],
      undefined,
      0,
    ]);
  });

  it('goes on after a step that failed', () => {
    const fail = () =>
      store.atomically(() => {
        throw new RangeError('no');
      });
    expect(fail).toThrow('no');
    expect(store.atomically(() => store.count())).toBe(0);
  });
});

describe(sqliteStore, () => {
  it('takes back what a step did that failed', () => {
    const { ledgerFile, remove } = temporaryLedgerFile();
    const store: Store = sqliteStore(ledgerFile, 'payment');
    const fail = () =>
      store.atomically(() => {
        store.put({ id: 'a', key: 'key' });
        throw new RangeError('no');
      });
    expect(fail).toThrow('no');
    expect(store.rows()).toEqual([]);
    store.close();
    remove();
  });

  it('keeps two books apart in one file', () => {
    const { ledgerFile, remove } = temporaryLedgerFile();
    const payment: Store = sqliteStore(ledgerFile, 'payment');
    const shipment: Store = sqliteStore(ledgerFile, 'shipment');
    payment.put({ id: 'a', key: 'key' });
    expect(shipment.rows()).toEqual([]);
    payment.close();
    shipment.close();
    remove();
  });
});
