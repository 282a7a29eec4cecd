import { describe, expect, it } from 'vitest';
import { exampleOrder, orderCalled } from './example-order.ts';
import { noBrowser } from './open-browser.ts';
import { visitConsole } from './visit-console.ts';

describe.skipIf(noBrowser !== undefined)('the console, for everybody', () => {
  const visit = visitConsole();
  const focused = () =>
    visit.tab.page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );

  const views = [
    '',
    'search?q=many',
    'search?needs=person',
    'orders/stuck',
    'orders/many-2',
    'executions',
    'executions/order-many-2',
    'executions/order-shipment-refused?state=Ship+Order',
    'cancellations',
    'batches',
    'history',
    'start',
    'messages',
    'faults',
  ];

  it.each(views)('has nothing against accessibility in %s, in the light theme and in the dark one', async (view) => {
    const { page, open, expectAccessible } = visit.tab;
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: 'light' });
    await open(view);
    await page.locator('.card').first().waitFor();
    await expectAccessible();
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).not.toBe(light);
    // Themes differ in their colours, and these are the rules that look at colours.
    await expectAccessible(['color-contrast', 'link-in-text-block']);
  });

  it.each(['', 'search?needs=person', 'orders/stuck', 'executions/order-shipment-refused?state=Ship+Order'])(
    'has a contrast of 7 to 1 in %s where that is preferred',
    async (view) => {
      const { page, open, expectAccessible } = visit.tab;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, contrast: 'more' });
        await open(view);
        await page.locator('.card').first().waitFor();
        await expectAccessible(['color-contrast-enhanced']);
      }
    },
  );

  // The wider is one of 1,280 pixels at 200 %.
  it.each([360, 640])('is no wider than a screen of %d pixels', async (width) => {
    const { page, open } = visit.tab;
    await page.setViewportSize({ width, height: 760 });
    for (const view of views) {
      await open(view);
      await page.locator('.card').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });

  it.each([390, 1024, 1280])(
    'shows every state in the graph at %d pixels, though the form of the search has narrow fields',
    async (width) => {
      const { page, open } = visit.tab;
      await page.setViewportSize({ width, height: 760 });
      await open('executions/order-shipment-refused');
      await page.locator('.state-node').first().waitFor();
      const hidden = await page.locator('.flow-graph').evaluate((frame) => {
        const { left } = frame.getBoundingClientRect();
        const right = left + frame.scrollWidth - frame.scrollLeft;
        const isBeyond = (state: Element) => state.getBoundingClientRect().right > right + 1;
        const states = [...frame.querySelectorAll('.state-node, .line-label')];
        return states.filter(isBeyond).map(({ textContent }) => textContent);
      });
      expect(hidden).toEqual([]);
      const scrolled = await page.locator('.flow-graph').evaluate((frame) => frame.scrollWidth - frame.clientWidth);
      if (width > 390) expect(scrolled).toBe(0);
    },
  );

  it('brings what is selected into view on a narrow screen', async () => {
    const { page, open } = visit.tab;
    await page.setViewportSize({ width: 360, height: 760 });
    await open('executions/order-shipment-refused');
    const heading = page.getByRole('heading', { name: 'Ship Order' });
    await page.getByRole('button', { name: /^Ship Order Caught error/ }).click();
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(100);
    await page.getByRole('button', { name: 'Close Ship Order' }).click();
    await page.getByRole('heading', { name: 'Input and output' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Input and output');
  });

  it('switches the theme, and remembers it', async () => {
    const { page, open } = visit.tab;
    await open('executions');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.getByLabel('Theme').selectOption('dark');
    const dark = await ground();
    await page.reload();
    expect(await ground()).toBe(dark);
    await page.getByLabel('Theme').selectOption('light');
    expect(await ground()).not.toBe(dark);
  });

  it('refuses numbers that would be changed and keys that stand twice, with the place', async () => {
    const { page, open } = visit.tab;
    await open('start');
    const field = page.getByLabel('Order, as JSON');
    for (const [line, message] of [
      ['"quantity": 1e999', 'Line 2, column 15: JSON in JavaScript cannot hold this number'],
      ['"quantity": 12345678901234567890', 'Line 2, column 15: JSON in JavaScript cannot hold this number'],
      ['"orderId": "1", "orderId": "2"', 'Line 2, column 19: this key stands here twice'],
    ] as const) {
      await field.fill(`{\n  ${line}\n}`);
      await page.getByText(message).waitFor();
      await page.getByRole('button', { name: 'Start execution' }).click();
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(page.url()).toMatch(/#\/start$/);
    }
  });

  it('takes six megabytes that are pasted, says that this is no order, and shows no white page', async () => {
    const { page, complaints, open } = visit.tab;
    await open('start');
    await page.getByLabel('Order, as JSON').evaluate((element) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
      set?.call(element, `{"note": "${'x'.repeat(6_000_000)}"}`);
      element.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.getByText('This text has 6,000,012 characters', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Executions' }).click();
    await page.getByRole('heading', { level: 1, name: 'Executions' }).waitFor();
    await page.getByRole('link', { name: 'Start an order' }).first().click();
    expect(await page.getByLabel('Order, as JSON').inputValue()).toContain('"orderId": "12345"');
    expect(complaints).toEqual([]);
  });

  it('works where the browser may keep nothing', async () => {
    const { page, complaints, open } = visit.tab;
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
    });
    await open('start');
    await page.getByLabel('Theme').selectOption('dark');
    await page.getByLabel('Order, as JSON').fill(orderCalled('unkept'));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.getByRole('heading', { level: 1, name: 'Order unkept' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('takes a name that was chosen for one order only', async () => {
    const { page, open } = visit.tab;
    await open('start');
    await page.getByLabel('Order, as JSON').fill(orderCalled('named'));
    await page.getByLabel('Name of the execution').fill('a-name-of-mine');
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.getByRole('heading', { level: 1, name: 'Order named' }).waitFor();
    expect(page.url()).toContain('a-name-of-mine');
    await page.getByRole('link', { name: 'Start an order' }).click();
    expect(await page.getByLabel('Name of the execution').inputValue()).toBe('');
    await page.getByLabel('Name of the execution').fill('another');
    await page.getByText('When the payment fails').click();
    await page.getByRole('button', { name: /^declined-card/ }).click();
    expect(await page.getByLabel('Name of the execution').inputValue()).toBe('');
  });

  it('keeps the focus at a state when Escape closes what is told of it', async () => {
    const { page, open, tabTo } = visit.tab;
    await open('executions/order-shipment-refused');
    await tabTo(/^Ship Order ?Caught error/);
    await page.keyboard.press('Enter');
    const told = page.getByRole('region', { name: 'Ship Order' });
    await told.waitFor();
    await page.keyboard.press('Escape');
    await told.waitFor({ state: 'detached' });
    expect(await focused()).toMatch(/^Ship Order/);
    await page.keyboard.press('Escape');
    expect(await focused()).toMatch(/^Ship Order/);
    expect(page.url()).not.toContain('state=');
  });

  it('keeps the focus at the actions when an execution was stopped, or is not', async () => {
    const { page, open, tabTo } = visit.tab;
    await open('start');
    await page.getByLabel('Order, as JSON').fill(exampleOrder('payment-unavailable'));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.getByRole('button', { name: /^Process Payment .*retried ×/ }).waitFor();
    await tabTo(/^Stop …$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    // Of the page's own accord: one that is only hidden has not yet said that it was closed.
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Stop …');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(/^Stop$/);
    await page.keyboard.press('Enter');
    await page.locator('.why-ended').waitFor();
    await expect.poll(focused).toMatch(/^(Redrive …|Actions)$/);
  });

  it('keeps the focus at the pages', async () => {
    const { page, open, tabTo } = visit.tab;
    await open('executions');
    await page.getByRole('row').nth(25).waitFor();
    await tabTo(/^Older executions$/);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Newest' }).waitFor();
    await page.getByRole('link', { name: 'many-1', exact: true }).waitFor();
    await expect.poll(focused).toBe('Newest');
    await page.keyboard.press('Enter');
    await page.getByRole('row').nth(25).waitFor();
    await expect.poll(focused).toBe('Older executions');
  });
});
