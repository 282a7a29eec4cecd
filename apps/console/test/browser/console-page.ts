import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Milliseconds after which a step is taken to hang; the machine may be as busy as it likes. */
const patience = 120_000;

/** What Tab may reach. */
const reachable = 'a, button, input, select, textarea, summary, [tabindex]';

/** The console in a tab, and what the tests do there again and again. */
export interface ConsolePage {
  readonly page: Page;
  /** What the browser wrote to its console: errors and warnings. */
  readonly complaints: readonly string[];
  /** Opens a place, such as `executions?status=FAILED`. */
  open(place: string): Promise<void>;
  /** Tabs until what has the focus is called so. */
  tabTo(name: RegExp): Promise<void>;
  /** As when the reader comes back to the tab: the page asks at once. */
  comeBack(): Promise<void>;
  /** Status of the execution that is shown. */
  status(): Promise<string | null>;
  /** By all rules, or by these only. */
  expectAccessible(rules?: readonly string[]): Promise<void>;
  /** Closes the tab; it must never have wanted what the server's Content-Security-Policy refuses. */
  close(): Promise<void>;
}

export async function openConsolePage(browser: Browser, endpoint: string): Promise<ConsolePage> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return {
    page,
    complaints,
    async open(place) {
      await page.goto(`${endpoint}/#/${place}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    async tabTo(name) {
      // Not before it is there and called so: what is drawn meanwhile would be passed by.
      await expect.poll(() => page.evaluate(reachableNames, reachable)).toContainEqual(expect.stringMatching(name));
      const { length: round } = await page.evaluate(reachableNames, reachable);
      for (let presses = 0; presses <= 2 * round; presses++) {
        await page.keyboard.press('Tab');
        const [focused] = await page.evaluate(reachableNames, ':focus');
        if (focused !== undefined && name.test(focused)) return;
      }
      throw new Error(`No way by keyboard to ${name}.`);
    },
    async comeBack() {
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    },
    status: () => page.locator('.execution-head .badge').textContent(),
    async expectAccessible(rules) {
      // Legacy: without a page of its own for each report, which is for frames of other origins.
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
      const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
    },
    async close() {
      await context.close();
      expect(complaints.filter((complaint) => complaint.includes('Content Security Policy'))).toEqual([]);
    },
  };
}

/** What a reader is told of each of these elements; runs in the page. */
function reachableNames(selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => {
    const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : undefined;
    return element.getAttribute('aria-label') ?? field?.labels?.[0]?.textContent ?? element.textContent ?? '';
  });
}
