import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './open-browser.ts';
import { visitConsole } from './visit-console.ts';

describe.skipIf(noBrowser !== undefined)('the desk in a browser', () => {
  const visit = visitConsole();

  it('leads from a figure to the list that it counts, and from nothing nowhere', async () => {
    const { page, open } = visit.tab;
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const tile = (title: string) => page.getByRole('listitem').filter({ hasText: title }).getByRole('button');
    await open('');
    await page.setViewportSize({ width: 390, height: 500 });
    await tile('Notices not sent').click();
    expect(await focused()).toBe('Customers not told');
    const heading = page.getByRole('heading', { name: 'Customers not told' });
    const { top, bottom } = await heading.evaluate((element) => element.getBoundingClientRect());
    expect(top >= 0 && bottom <= 500, `from ${top} to ${bottom}`).toBe(true);
    await tile('Notices not sent').click();
    expect(await focused(), 'the second time').toBe('Customers not told');
    expect(await tile('Held without a parcel').count(), 'where nothing is held').toBe(0);

    const charge = { chargeId: 'ch_1', key: 'loose-charge', orderId: 'loose', amount: '19.99 EUR', seenTo: 'person' };
    const json = { known: true, held: ['19.99 EUR'], underWay: [], charges: [charge] };
    await page.route('**/_local/desk/money', (route) => route.fulfill({ json }));
    await page.reload();
    await tile('Held without a parcel').click();
    expect(await focused()).toBe('Money held without a parcel');
  });

  it.each([360, 390])('shows every place of the menu at %d pixels, and scrolls none of it', async (width) => {
    const { page, open } = visit.tab;
    await page.setViewportSize({ width, height: 760 });
    await open('');
    const menu = page.getByRole('navigation', { name: 'Main' });
    await menu.getByRole('link', { name: 'Faults' }).waitFor();
    const cut = await menu.evaluate((nav) => {
      const { right } = nav.getBoundingClientRect();
      const isCut = (link: Element) => link.getBoundingClientRect().right > right;
      return [...nav.querySelectorAll('a')].filter(isCut).map(({ textContent }) => textContent);
    });
    expect(cut).toEqual([]);
    expect(await menu.evaluate((nav) => nav.scrollWidth - nav.clientWidth)).toBe(0);
  });

  it('answers in three clicks from home: what is stuck, is money held, what did the gateway say, was the customer told', async () => {
    const { page, complaints, open } = visit.tab;
    await open('');
    const needs = page.getByRole('region', { name: 'Needs a person' });
    await needs
      .getByText('When the cause is gone, redrive it: it goes on at Refund Payment', { exact: false })
      .waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Held without a parcel' })
      .getByText('0.00', { exact: true })
      .waitFor();
    await needs.getByRole('link', { name: 'Refund Payment' }).click();
    await page.getByRole('row', { name: /^stuck.*TypeError/ }).waitFor();

    await page.getByRole('link', { name: 'stuck', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Order stuck' }).waitFor();
    const gateway = page.getByRole('region', { name: 'What the gateway said' });
    await gateway.getByRole('listitem').filter({ hasText: 'asked to charge: done 201' }).first().waitFor();
    await page.getByRole('region', { name: 'Was the customer told?' }).getByText('No, nothing so far.').waitFor();
    await page.getByRole('region', { name: 'Money' }).getByText('Nothing is held', { exact: false }).waitFor();

    await page.getByRole('button', { name: 'Redrive …' }).click();
    await page.getByRole('dialog').getByText('goes on at Refund Payment', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Redrive', exact: true }).click();
    // The server says that something has changed: nobody asks.
    await page.locator('.view-head .outcome', { hasText: 'refunded' }).waitFor();
    await page.getByRole('region', { name: 'Was the customer told?' }).getByText('Yes', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Desk' }).click();
    await needs.getByText('Nothing does.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('cancels an order that was found by its customer, and sends the notice again that could not be sent', async () => {
    const { page, open, tabTo } = visit.tab;
    await open('');
    await tabTo(/^Search orders$/);
    await page.keyboard.type('UNTOLD@EXAMPLE.com');
    await page.keyboard.press('Enter');
    await page
      .getByRole('row', { name: /^untold.*customer not told/ })
      .getByRole('link', { name: 'untold' })
      .first()
      .click();
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByRole('region', { name: 'Was the customer told?' }).getByText('Yes', { exact: false }).waitFor();

    await page.getByRole('button', { name: 'Cancel the order …' }).click();
    await page.getByRole('button', { name: 'Cancel the order', exact: true }).click();
    await page.locator('.view-head .outcome', { hasText: 'cancelled' }).waitFor();
    await page.getByRole('region', { name: 'Money' }).getByText('Nothing is held, and no parcel stands.').waitFor();
    expect(await page.getByRole('button', { name: 'Cancel the order …' }).count()).toBe(0);
  });

  it('narrows a search by chips that say how many there are, keeps it in the address, and gives it as a file', async () => {
    const { page, open } = visit.tab;
    await open('search?q=many');
    await page.getByText('1–30 of 30').waitFor();
    await page.getByRole('link', { name: 'fulfilled 30' }).click();
    expect(page.url()).toMatch(/search\?q=many&outcome=fulfilled$/);
    await page.getByLabel('Sort').selectOption('oldest');
    await page.getByRole('rowheader').first().getByText('many-1', { exact: true }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(31);
    expect(lines[1]).toMatch(/^many-1,order-many-1,/);
    await page.reload();
    await page.getByText('1–30 of 30').waitFor();
    expect(await page.getByLabel('Sort').inputValue()).toBe('oldest');
  });
});
