import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.ts';
import { type OrderServer, runOrder, serveOrders } from './order-command.ts';

const examples = new URL('../../../../examples/orders/', import.meta.url);

/** An order of the repository's examples, as text. */
export function exampleOrder(name: string): string {
  return readFileSync(new URL(`${name}.json`, examples), 'utf8');
}

const sample = JSON.parse(exampleOrder('sample')) as Record<string, unknown>;

/** The sample order under another id. */
export function orderCalled(orderId: string, changed: Record<string, unknown> = {}): string {
  return JSON.stringify({ ...sample, ...changed, orderId });
}

/** A browser, and a server over a data folder of its own. */
export interface ConsoleWorld {
  readonly browser: Browser;
  readonly server: OrderServer;
  /** Starts the server again at the port that it had. */
  serveAgain(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldSize {
  /** How many orders were fulfilled; more than a page of the list shows unless given. */
  readonly many: number;
}

/**
 * Opens a world in which many orders were fulfilled (`many-1` …), one was refunded (`shipment-refused`), and one stands
 * at Refund Payment because its gateway did not answer (`stuck`). Nothing is wrong with the gateway any more.
 */
export async function openConsoleWorld({ many: count }: WorldSize = { many: 30 }): Promise<ConsoleWorld> {
  if (!existsSync(new URL('../../dist/index.html', import.meta.url))) throw new Error('Build the console first.');
  const data = mkdtempSync(join(tmpdir(), 'order-console-'));
  // More at once would only start more functions, which take the machine from each other.
  const place = ['place', '-', '--json', '--fast-forward', '--concurrency', '2', '--data', data];
  const many = Array.from({ length: count }, (_, index) => orderCalled(`many-${index + 1}`));
  await runOrder(place, many.join('\n'));
  await runOrder(place, exampleOrder('shipment-refused'));
  await runOrder([...place, '--fault', 'shipping=refused', '--fault', 'refund=unavailable'], orderCalled('stuck'));
  const [browser, first] = await Promise.all([openBrowser(), serveOrders(data)]);
  let server = first;
  return {
    browser,
    get server() {
      return server;
    },
    async serveAgain() {
      server = await serveOrders(data, Number(new URL(server.endpoint).port));
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
