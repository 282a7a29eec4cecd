import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { noBrowser } from './open-browser.ts';
import { placeOrders } from './place-orders.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the data folder that every world begins with a copy of; undefined where there is no browser. */
    placedOrders: string | undefined;
  }
}

/**
 * Does once what the files of browser tests would each do: unpacks the browser and places the orders of their worlds. Says
 * when there is no browser.
 */
export async function setup({ provide }: TestProject): Promise<() => void> {
  if (noBrowser !== undefined) {
    console.log(`The console is not tested in a browser: ${noBrowser}.`);
    provide('placedOrders', undefined);
    return () => undefined;
  }
  const data = await placeOrders();
  provide('placedOrders', data);
  return () => rmSync(data, { recursive: true, force: true });
}
