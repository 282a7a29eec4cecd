import { afterEach, describe, expect, it } from 'vitest';
import { openLedgers } from '../src/ledger/kept-ledgers.ts';
import { sqliteStore } from '../src/ledger/sqlite-store.ts';
import { temporaryLedgerFile } from '../src/testing/temporary-ledger-file.ts';

describe(openLedgers, () => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  afterEach(remove);

  it('says what is not done, and forgets all lines of some keys, and no others', () => {
    const charge = { kind: 'charge', print: '', madeAt: 0, failedRefunds: 0 } as const;
    const payments = sqliteStore(ledgerFile, 'payment');
    const shipments = sqliteStore(ledgerFile, 'shipment');
    payments.put({ ...charge, id: 'ch_1', key: 'order-1-charge', status: 'charged' } as never);
    payments.put({ ...charge, id: 'ch_2', key: 'order-2-charge', status: 'pending' } as never);
    payments.put({ ...charge, id: 'ch_3', key: 'order-3-charge', status: 'pending', due: 5 } as never);
    payments.put({ kind: 'queued', id: 'rq_4', key: 'order-4-charge', due: 50 } as never);
    payments.note({ kind: 'effect', key: 'order-1-charge' });
    payments.note({ kind: 'effect', key: 'order-2-charge' });
    shipments.put({
      kind: 'shipment',
      id: 'sh_1',
      key: 'order-1-ship',
      print: '',
      madeAt: 0,
      status: 'booked',
    } as never);
    for (const store of [payments, shipments]) store.close();

    const ledgers = openLedgers(ledgerFile, { now: () => 10 });
    // What was due by now has happened, as if the gateway had been asked.
    expect(ledgers.underWay()).toEqual(new Set(['order-2-charge', 'order-4-charge']));
    expect(ledgers.forget((key) => key.startsWith('order-1-'))).toBe(3);
    expect(ledgers.payments.charges().map(({ chargeId }) => chargeId)).toEqual(['ch_2', 'ch_3']);
    expect(ledgers.payments.journal().map(({ key }) => key)).toEqual(['order-2-charge', 'order-3-charge']);
    expect(ledgers.shipments.history()).toEqual([]);
    ledgers.close();
  });
});
