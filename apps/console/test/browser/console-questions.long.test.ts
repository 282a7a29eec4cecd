import { describe, expect, it } from 'vitest';
import { noBrowser } from './open-browser.ts';
import { visitConsole } from './visit-console.ts';

/** At most so many from home, for whoever asks with a customer on the telephone. To type and press Enter is none. */
const mostClicks = 3;

describe.skipIf(noBrowser !== undefined)('questions at the desk', () => {
  const visit = visitConsole();

  /** Opens home, and counts from then on what is clicked. */
  async function atHome() {
    const { page, open } = visit.tab;
    await page.addInitScript(() => {
      let clicks = 0;
      addEventListener(
        'click',
        // Enter in a form clicks its button, too, without a pointer.
        ({ isTrusted, detail }) => {
          if (isTrusted && detail > 0) clicks += 1;
          document.documentElement.dataset['clicks'] = String(clicks);
        },
        { capture: true },
      );
    });
    await open('');
    const clicks = async () => Number((await page.locator('html').getAttribute('data-clicks')) ?? 0);
    const region = (name: string) => page.getByRole('region', { name });
    const search = async (words: string) => {
      await page.getByLabel('Search orders').fill(words);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: `Search: ${words}` }).waitFor();
    };
    return { page, clicks, region, search };
  }

  it('what is stuck at Refund Payment? One click', async () => {
    const { page, clicks, region } = await atHome();
    await region('Needs a person').getByRole('link', { name: 'Refund Payment' }).click();
    await page.getByRole('row', { name: /^stuck.*TypeError/ }).waitFor();
    expect(await clicks()).toBe(1);
  });

  it('was this customer told? One click after the customer was typed', async () => {
    const { page, clicks, region, search } = await atHome();
    await search('untold@example.com');
    await page.getByRole('link', { name: 'untold', exact: true }).click();
    await region('Was the customer told?').getByText('Not of fulfilled', { exact: false }).waitFor();
    expect(await clicks()).toBe(1);
  });

  it('is any money held without a parcel? None', async () => {
    const { page, clicks } = await atHome();
    const tile = page.getByRole('listitem').filter({ hasText: 'Held without a parcel' });
    await tile.getByText('0.00', { exact: true }).waitFor();
    expect(await clicks()).toBe(0);
  });

  it('what did the gateway say? One click', async () => {
    const { clicks, region } = await atHome();
    await region('Needs a person').getByRole('link', { name: 'stuck', exact: true }).click();
    const said = region('What the gateway said').getByRole('listitem');
    await said.filter({ hasText: 'asked to charge: done 201' }).first().waitFor();
    expect(await clicks()).toBe(1);
  });

  it('cancel this order: three clicks after its id was typed, the last of them sure of it', async () => {
    const { page, clicks, search } = await atHome();
    await search('many-7');
    await page.getByRole('link', { name: 'many-7', exact: true }).click();
    await page.getByRole('button', { name: 'Cancel the order …' }).click();
    await page.getByRole('button', { name: 'Cancel the order', exact: true }).click();
    await page.locator('.view-head .outcome', { hasText: 'cancelled' }).waitFor();
    expect(await clicks()).toBeLessThanOrEqual(mostClicks);
  });
});
