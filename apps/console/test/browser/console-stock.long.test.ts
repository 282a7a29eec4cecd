import { describe, expect, it } from 'vitest';
import { stockAnswer } from '../read-written.ts';
import { noBrowser } from './open-browser.ts';
import { visitConsole } from './visit-console.ts';

describe.skipIf(noBrowser !== undefined)('stock in a browser', () => {
  const visit = visitConsole();

  it('is no place of its own where the workflow holds none', async () => {
    const { page, open } = visit.tab;
    await open('stock');
    await page.getByRole('heading', { level: 1, name: 'Executions' }).waitFor();
    expect(await page.getByRole('link', { name: 'Stock' }).count()).toBe(0);
  });

  it('shows what is left, held and sold, leads to each order, and says of which it comes back; for everybody', async () => {
    const { page, open, expectAccessible } = visit.tab;
    await page.route('**/_local/desk/stock', (route) => route.fulfill({ json: stockAnswer }));
    await page.setViewportSize({ width: 390, height: 760 });
    await open('');
    await page.getByRole('link', { name: 'Stock' }).click();
    const product = page.getByRole('region', { name: 'SKU001' });
    await product.waitFor();
    expect(await product.locator('dl').textContent()).toBe('left0held5sold2');
    const [ended, goesOn] = await product.getByRole('listitem').allInnerTexts();
    expect(ended).toMatch(/^3 for c attempt 2 since .* its order has ended/);
    expect(goesOn).toMatch(/^2 for a#b since /);
    expect(await product.getByRole('link', { name: 'a#b' }).getAttribute('href')).toBe('#/orders/a%23b');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible();
    }
  });
});
