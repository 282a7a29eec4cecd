import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from './open-browser.ts';
import { type OrderServer, runOrder, serveOrders } from './order-command.ts';

const examples = new URL('../../../../examples/orders/', import.meta.url);
const sample = JSON.parse(readFileSync(new URL('sample.json', examples), 'utf8')) as Record<string, unknown>;

/** As long as a step of the workflow may take on a busy machine. */
const patience = 15_000;

if (noBrowser !== undefined) console.log(`Skipped: ${noBrowser}.`);

describe.skipIf(noBrowser !== undefined)('the console in a browser', () => {
  let data: string;
  let server: OrderServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    if (!existsSync(new URL('../../dist/index.html', import.meta.url))) throw new Error('Build the console first.');
    data = mkdtempSync(join(tmpdir(), 'order-console-'));
    const many = Array.from({ length: 30 }, (_, index) => ({ ...sample, orderId: `many-${index + 1}` }));
    const placed = ['place', '--json', '--fast-forward', '--data', data];
    await runOrder([...placed, '-'], many.map((order) => JSON.stringify(order)).join('\n'));
    await runOrder([...placed, new URL('shipment-refused.json', examples).pathname]);
    await runOrder(
      [...placed, '-', '--fault', 'shipping=refused', '--fault', 'refund=unavailable'],
      JSON.stringify({ ...sample, orderId: 'stuck' }),
    );
    [server, browser] = await Promise.all([serveOrders(data), openBrowser()]);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(data, { recursive: true, force: true });
  });

  beforeEach(async () => {
    complaints = [];
    context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
  });

  afterEach(async () => {
    await context.close();
  });

  async function open(place: string): Promise<void> {
    await page.goto(`${server.endpoint}/#/${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Tabs until what has the focus is called so. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const labels =
          element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
        return element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '';
      });
      if (name.test(focused)) return;
    }
    throw new Error(`No way by keyboard to ${name}.`);
  }

  /** As when the reader comes back to the tab: the page asks at once. */
  async function comeBack(): Promise<void> {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }

  async function expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
  }

  const status = () => page.locator('.execution-head .badge').textContent();

  it('starts the sample order by keyboard alone, and shows it being fulfilled', async () => {
    await open('executions');
    await tabTo(/^Start an order$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Start an order' }).waitFor();
    expect(JSON.parse(await page.getByLabel('Order, as JSON').inputValue())).toEqual(sample);
    await tabTo(/^Start execution$/);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Order 12345' }).waitFor();
    await page.locator('.execution-head .outcome', { hasText: 'fulfilled' }).waitFor();
    expect(await status()).toBe('Succeeded');
    expect(await page.getByRole('button', { name: /^Notify Customer Succeeded/ }).count()).toBe(1);
    expect(await page.getByRole('button', { name: /^Park Notice Not reached/ }).count()).toBe(1);
    expect(await page.locator('[aria-live=polite]', { hasText: 'Succeeded: fulfilled' }).count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('says at which line an order is no JSON, and keeps what was written', async () => {
    await open('start');
    await page.getByLabel('Order, as JSON').fill('{\n  "orderId": "7"\n  "items": []\n}');
    await page.getByText('Line 3, column 3: expected a comma.').waitFor();
    await page.getByRole('button', { name: 'Start execution' }).click();
    expect(await page.getByLabel('Order, as JSON').evaluate((field) => field === document.activeElement)).toBe(true);

    await page.getByRole('link', { name: 'Executions' }).click();
    await page.getByRole('heading', { name: 'Executions' }).waitFor();
    await page.goBack();
    expect(await page.getByLabel('Order, as JSON').inputValue()).toContain('"items": []');
  });

  it('shows what the server says against a name at its field, and leads to the execution that has it', async () => {
    await open('start');
    await page
      .getByLabel('Order, as JSON')
      .fill(JSON.stringify({ ...sample, orderId: 'many-1', customerEmail: 'a@b.cc' }));
    await page.getByText('order-many-1', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.locator('.field', { hasText: 'Name of the execution' }).getByText('ExecutionAlreadyExists').waitFor();
    await page.getByRole('link', { name: 'Show that execution' }).click();
    await page.getByRole('heading', { name: 'Order many-1' }).waitFor();
  });

  it('lists page by page and by status, and the back button goes back', async () => {
    await open('executions');
    await page.getByRole('row').nth(25).waitFor();
    const newest = await page.getByRole('rowheader').first().textContent();
    await page.getByRole('link', { name: 'Older executions' }).click();
    await page.getByRole('link', { name: 'many-1', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('rowheader', { name: newest ?? '' }).waitFor();

    await page.getByRole('link', { name: 'Failed' }).click();
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
    expect(await page.getByRole('row').nth(1).textContent()).toMatch(/^stuckFailed.*PaymentOutcomeUnknown/);
  });

  it('shows a refunded order: the error that was caught, and the way that it led', async () => {
    await open('executions');
    await page.getByRole('link', { name: 'shipment-refused' }).click();
    await page.getByRole('heading', { name: 'Order shipment-refused' }).waitFor();
    await tabTo(/^Ship Order ?Caught error/);
    await page.keyboard.press('Enter');

    const inspector = page.getByRole('region', { name: 'Ship Order' });
    await inspector.getByText('The carrier does not take the parcel', { exact: false }).first().waitFor();
    expect(await inspector.getByRole('cell', { name: 'ShipmentRefused' }).count()).toBe(1);
    expect(page.url()).toContain('state=Ship+Order');
    expect(await inspector.getByRole('listitem').filter({ hasText: 'taken' }).textContent()).toMatch(
      /ShipmentRefused.*Refund Payment/,
    );
    await page.keyboard.press('Escape');
    await inspector.waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('state=');

    await page.goBack();
    await page.getByRole('heading', { name: 'Executions' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('redrives a failed order by keyboard, after it said what that does', async () => {
    await open('executions/order-stuck');
    expect(await status()).toBe('Failed');
    expect(await page.locator('.why-ended').textContent()).toMatch(/Ended at Refund Payment: PaymentOutcomeUnknown/);
    expect(await page.getByRole('button', { name: /^Refund Payment Failed .*retried ×30/ }).count()).toBe(1);
    await tabTo(/^Redrive …$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('goes on at Refund Payment', { exact: false }).waitFor();
    await expectAccessible();
    await tabTo(/^Redrive$/);
    await page.keyboard.press('Enter');

    await page.locator('.execution-head .outcome', { hasText: 'refunded' }).waitFor();
    expect(await status()).toBe('Succeeded');
    await page.getByRole('cell', { name: 'ExecutionRedriven' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows retries while they wait, and stops an execution with a reason', async () => {
    await open('start');
    await page.getByLabel('Order, as JSON').fill(readFileSync(new URL('payment-unavailable.json', examples), 'utf8'));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.getByRole('button', { name: /^Process Payment .*retried ×/ }).waitFor();
    await page.getByRole('button', { name: 'Stop …' }).click();
    await page.getByLabel('Reason, kept in the history').fill('a test');
    await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
    await page.locator('.why-ended', { hasText: 'Stopped at Process Payment' }).getByText('a test').waitFor();
    expect(await status()).toBe('Stopped');
  });

  it('lets something go wrong, and shows what came of it: the logs, and what the customer was told', async () => {
    await open('faults');
    await page.getByLabel('Where').selectOption('payment');
    await page.getByLabel('What').selectOption('declined');
    await page.getByLabel('How often').fill('1');
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.getByRole('row', { name: /payment=declined:1 ×0 1/ }).waitFor();

    await open('start');
    await page.getByLabel('Order, as JSON').fill(JSON.stringify({ ...sample, orderId: 'unlucky' }));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.locator('.execution-head .outcome', { hasText: 'declined' }).waitFor();
    await page
      .getByRole('region', { name: 'Message to the customer' })
      .getByText('Your payment was declined')
      .waitFor();
    const logs = page.getByRole('region', { name: 'Function logs' });
    await logs.getByRole('row', { name: /ProcessPaymentFunction .*Process Payment · rejection/ }).waitFor();
    await expectAccessible();

    await open('faults');
    await page.getByRole('row', { name: /payment=declined:1 ×1 0/ }).waitFor();
    await page.getByRole('button', { name: 'Switch off payment=declined:1' }).click();
    await page.getByText('Nothing goes wrong by intent.').waitFor();
    await open('messages');
    await page.getByRole('region', { name: 'Order unlucky: payment declined' }).getByRole('link').click();
    await page.getByRole('heading', { name: 'Order unlucky' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says that the server does not answer, loses nothing, and goes on when it does', async () => {
    await open('executions');
    await page.getByRole('row').nth(1).waitFor();
    await server.close();
    await comeBack();
    await page.getByText('does not answer', { exact: false }).first().waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(1);
    await expectAccessible();
    await page.getByRole('link', { name: 'Start an order' }).first().click();
    await page.getByLabel('Order, as JSON').fill(JSON.stringify({ ...sample, orderId: 'patient' }));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.getByText('Nothing is lost: start it again.', { exact: false }).waitFor();
    server = await serveOrders(data, Number(new URL(server.endpoint).port));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.getByRole('heading', { name: 'Order patient' }).waitFor();
    expect(await page.locator('.banner').count()).toBe(0);
  });

  const views = [
    'executions',
    'executions/order-many-2',
    'executions/order-shipment-refused?state=Ship+Order',
    'start',
    'messages',
    'faults',
  ];

  it.each(['light', 'dark'] as const)('has nothing against accessibility in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const view of views) {
      await open(view);
      await page.locator('.card').first().waitFor();
      await expectAccessible();
    }
  });

  it('is no wider than a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 760 });
    for (const view of views) {
      await open(view);
      await page.locator('.card').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
  });

  it('switches the theme, and remembers it', async () => {
    await open('executions');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.getByLabel('Theme').selectOption('dark');
    const dark = await ground();
    await page.reload();
    expect(await ground()).toBe(dark);
    await page.getByLabel('Theme').selectOption('light');
    expect(await ground()).not.toBe(dark);
  });
});
