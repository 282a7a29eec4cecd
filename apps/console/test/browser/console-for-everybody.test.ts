import { describe, expect, it } from 'vitest';
import { noBrowser } from './open-browser.ts';
import { visitConsole } from './visit-console.ts';

describe.skipIf(noBrowser !== undefined)('the console, for everybody', () => {
  const visit = visitConsole();

  const views = [
    'executions',
    'executions/order-many-2',
    'executions/order-shipment-refused?state=Ship+Order',
    'start',
    'messages',
    'faults',
  ];

  it.each(['light', 'dark'] as const)('has nothing against accessibility in the %s theme', async (colorScheme) => {
    const { page, open, expectAccessible } = visit.tab;
    await page.emulateMedia({ colorScheme });
    for (const view of views) {
      await open(view);
      await page.locator('.card').first().waitFor();
      await expectAccessible();
    }
  });

  it.each([360, 700])('is no wider than a screen of %d pixels', async (width) => {
    const { page, open } = visit.tab;
    await page.setViewportSize({ width, height: 760 });
    for (const view of views) {
      await open(view);
      await page.locator('.card').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });

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
});
