import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type ConsolePage, openConsolePage } from './console-page.ts';
import { type ConsoleWorld, openConsoleWorld } from './console-world.ts';

/** For the tests of the describe block that it is called in: one world for all, and a tab for each. */
export function visitConsole(): { readonly world: ConsoleWorld; readonly tab: ConsolePage } {
  let world: ConsoleWorld;
  let tab: ConsolePage;

  beforeAll(async () => {
    world = await openConsoleWorld();
  });
  afterAll(() => world?.close());

  beforeEach(async () => {
    tab = await openConsolePage(world.browser, world.server.endpoint);
  });
  afterEach(() => tab.close());

  return {
    get world() {
      return world;
    },
    get tab() {
      return tab;
    },
  };
}
