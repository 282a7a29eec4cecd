import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dataFolder, filesOf } from '../../src/data-folder/data-folder.ts';
import { quantileOf } from './numbers.ts';
import { startOrderServer } from './order-server.ts';
import { placeOrders } from './place-orders.ts';
import { stepFunctionsClient } from './step-functions-client.ts';

/** What came of one measurement. */
export interface Measured {
  readonly orders: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How long an order kept the server's cores busy: of all figures the one that other work on the machine changes least. */
  readonly cpuMsPerOrder: number;
  readonly peakRssBytes: number;
  /** Of all databases of the data folder. */
  readonly bytesPerOrder: number;
  /** Of executions and their histories alone. */
  readonly journalBytesPerOrder: number;
}

export interface Measurement {
  /** Folder of the repository whose server is measured. */
  readonly checkout: string;
  readonly concurrency: number;
  readonly orders: number;
}

const sample = new URL('../../../../examples/orders/sample.json', import.meta.url);

/** Places orders at a server that has just started and has had a few already. */
export async function measureOrders({ checkout, concurrency, orders }: Measurement): Promise<Measured> {
  const folder = dataFolder(mkdtempSync(join(tmpdir(), 'bench-orders-')));
  const server = await startOrderServer(checkout, folder.path);
  const { call, close } = stepFunctionsClient(server.endpoint);
  try {
    const order: object = JSON.parse(readFileSync(sample, 'utf8'));
    const idsOf = (word: string, count: number) => Array.from({ length: count }, (_, at) => `${word}-${at + 1}`);
    const warm = idsOf('warm', 50);
    const placing = { call, stateMachineArn: server.stateMachineArn, order };
    await placeOrders({ ...placing, ids: warm, concurrency: Math.min(concurrency, 16) });
    const cpuBefore = server.cpuMs();
    const began = performance.now();
    const took = await placeOrders({ ...placing, ids: idsOf('bench', orders), concurrency });
    const seconds = (performance.now() - began) / 1000;
    const cpuMsPerOrder = (server.cpuMs() - cpuBefore) / orders;
    const peakRssBytes = server.peakRssBytes();
    await server.end();
    const stored = orders + warm.length;
    return {
      orders,
      perSecond: orders / seconds,
      p50Ms: quantileOf(took, 0.5),
      p99Ms: quantileOf(took, 0.99),
      cpuMsPerOrder,
      peakRssBytes,
      bytesPerOrder: bytesOf([...filesOf(folder), folder.deskFile]) / stored,
      journalBytesPerOrder: bytesOf([folder.journalFile]) / stored,
    };
  } finally {
    close();
    await server.end();
    rmSync(folder.path, { recursive: true });
  }
}

/** Each after SQLite has taken its log in. */
function bytesOf(files: readonly string[]): number {
  return files.filter(existsSync).reduce((bytes, file) => {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    return bytes + statSync(file).size;
  }, 0);
}
