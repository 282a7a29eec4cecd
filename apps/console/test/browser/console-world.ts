import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { type OrderServer, serveOrders } from './order-command.ts';

/** A browser, and a server over a data folder of its own. */
export interface ConsoleWorld {
  readonly browser: Browser;
  readonly server: OrderServer;
  /** Starts the server again at the port that it had. */
  serveAgain(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a world with the orders that were placed for all (place-orders.ts), over a copy of their data folder. */
export async function openConsoleWorld(): Promise<ConsoleWorld> {
  if (!existsSync(new URL('../../dist/index.html', import.meta.url))) throw new Error('Build the console first.');
  const placed = inject('placedOrders');
  if (placed === undefined) throw new Error('No orders were placed, since there is no browser.');
  const data = mkdtempSync(join(tmpdir(), 'order-console-'));
  cpSync(placed, data, { recursive: true });
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
