import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dataFolder, filesOf } from '../../src/data-folder/data-folder.ts';
import type { RunningSystem } from './measure-orders.ts';
import { startOrderServer } from './order-server.ts';
import { placeAtStepFunctions } from './place-at-step-functions.ts';
import { stepFunctionsClient } from './step-functions-client.ts';

const sample = new URL('../../../../examples/orders/sample.json', import.meta.url);

/** Starts `order serve` of a checkout, in a data folder of its own. */
export async function startOurs(checkout: string): Promise<RunningSystem> {
  const folder = dataFolder(mkdtempSync(join(tmpdir(), 'bench-orders-')));
  const remove = () => rmSync(folder.path, { recursive: true, force: true });
  process.once('exit', remove);
  const server = await startOrderServer(checkout, folder.path);
  const { call, close } = stepFunctionsClient(server.endpoint);
  const order: object = JSON.parse(readFileSync(sample, 'utf8'));
  async function end(): Promise<void> {
    close();
    await server.end();
  }
  return {
    place: placeAtStepFunctions({ call, stateMachineArn: server.stateMachineArn, order }),
    processes: [server.id],
    node: server.id,
    async finish() {
      await end();
      return { all: bytesOf([...filesOf(folder), folder.deskFile]), journal: bytesOf([folder.journalFile]) };
    },
    async clear() {
      await end();
      process.off('exit', remove);
      remove();
    },
  };
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
