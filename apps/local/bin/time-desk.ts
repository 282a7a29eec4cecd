// Times what the desk asks over a journal of so many executions: node bin/time-desk.ts 5000

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';
import { deskHome } from '../src/desk/desk-home.ts';
import { deskIndex } from '../src/desk/desk-index.ts';
import { searchDesk } from '../src/desk/search-desk.ts';
import { journalExecution } from '../test/journaled.ts';

const executions = Number(process.argv[2] ?? 5_000);
const folder = mkdtempSync(join(tmpdir(), 'order-desk-'));
const journal = openSqliteJournal(join(folder, 'executions.sqlite'));
try {
  for (let number = 0; number < executions; number++) {
    const input = {
      orderId: `${number}`,
      customerEmail: `${number}@example.com`,
      items: [{ sku: 'SKU001', quantity: 2 }],
    };
    const failed = number % 50 === 0 && {
      status: 'FAILED' as const,
      state: 'Refund Payment',
      error: 'PaymentGatewayFault',
    };
    journalExecution(journal, {
      name: `order-${number}`,
      input,
      output: { order: input, outcome: 'fulfilled' },
      ...failed,
    });
  }
  const index = deskIndex(journal, { openFile: () => join(folder, 'desk.sqlite') });
  await time(`index ${executions} executions`, async () => {
    index.store();
    while (index.progress()) await new Promise((resolve) => setImmediate(resolve));
  });
  const store = index.store();
  await time('home', () => deskHome(store, journal, { now: Date.now(), midnight: 0 }));
  await time('all, the first page', () => searchDesk(store, {}, { limit: 50 }));
  await time('a word, the last page', () =>
    searchDesk(store, { words: 'sku001' }, { limit: 50, from: executions - 50 }),
  );
  await time('what needs a person', () => searchDesk(store, { needsPerson: true }, { limit: 50 }));
  await time('by amount', () => searchDesk(store, { words: 'example' }, { limit: 50, sort: 'amount' }));
  index.close();
} finally {
  journal.close();
  rmSync(folder, { recursive: true });
}

async function time(what: string, work: () => unknown): Promise<void> {
  const began = performance.now();
  await work();
  process.stdout.write(`${(performance.now() - began).toFixed(1).padStart(9)} ms  ${what}\n`);
}
