import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleOrder } from './example-order.ts';
import { noBrowser } from './open-browser.ts';
import { visitConsole } from './visit-console.ts';

describe.skipIf(noBrowser !== undefined)('an execution at the desk', () => {
  const visit = visitConsole();

  it('is shown as a waterfall with its attempts, and says in words what a state does when it fails', async () => {
    const { page, open, complaints } = visit.tab;
    await open('executions/order-stuck?state=Refund+Payment');
    const waterfall = page.getByRole('region', { name: 'Waterfall' });
    await waterfall.getByRole('row', { name: /^Refund Payment attempt 1 failed by TypeError/ }).waitFor();
    const words = page.getByRole('region', { name: 'If it fails' });
    await words.getByText('is tried again, up to', { exact: false }).first().waitFor();
    await words.getByText('Else, or when no attempt is left, the execution fails here.').waitFor();
    await waterfall.getByRole('button', { name: 'Ship Order' }).click();
    await page.getByRole('region', { name: 'Ship Order' }).getByText('ShipmentRefused then leads to').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is taken along as a file, which is drawn again, without its definition, too', async () => {
    const { page, open, complaints } = visit.tab;
    await open('executions/order-shipment-refused');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download history' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('order-shipment-refused.history.json');
    const file = readFileSync(await download.path(), 'utf8');
    const events: { type: string; timestamp: string }[] = JSON.parse(file).events;
    expect(events[0]).toMatchObject({ type: 'ExecutionStarted', timestamp: expect.stringMatching(/^\d{4}-.*Z$/) });

    await open('executions');
    await page.getByRole('link', { name: 'Open a saved history' }).click();
    const choose = (name: string, text: string) =>
      page
        .getByLabel('drop it here', { exact: false })
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await choose('x.json', '{"events":1}');
    await page.getByRole('alert').getByText('This is no history', { exact: false }).waitFor();
    await choose('taken.history.json', file);
    await page.getByRole('heading', { name: 'taken' }).waitFor();
    await page
      .getByRole('region', { name: 'Waterfall' })
      .getByRole('row', { name: /^Notify Customer/ })
      .waitFor();
    await page.getByText('Its definition is not here', { exact: false }).waitFor({ state: 'detached' });
    await choose('elsewhere.json', file.replaceAll('Ship Order', 'Send Parcel'));
    await page.getByText('Its definition is not here: these are the ways that it went.').waitFor();
    await page
      .getByRole('region', { name: 'Waterfall' })
      .getByRole('row', { name: /^Send Parcel/ })
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it('is started again with its input, edited', async () => {
    const { page, open } = visit.tab;
    await open('executions/order-shipment-refused');
    await page.getByRole('button', { name: 'Start again, edited …' }).click();
    const order = page.getByLabel('Order, as JSON');
    await order.waitFor();
    const text = await order.inputValue();
    expect(JSON.parse(text)).toMatchObject({ orderId: 'shipment-refused' });
    await order.fill(text.replace('SIM-REFUSED', '10115'));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.locator('.view-head .outcome', { hasText: 'fulfilled' }).waitFor();
  });

  it('does not sit out its waits where somebody tries now', async () => {
    const { page, open, complaints } = visit.tab;
    await open('start');
    await page.getByLabel('Order, as JSON').fill(exampleOrder('payment-unavailable'));
    await page.getByRole('button', { name: 'Start execution' }).click();
    const tryNow = page.getByRole('button', { name: 'Try now' });
    await tryNow.waitFor();
    const refunded = page.locator('.view-head .outcome', { hasText: 'refunded' });
    // It comes and goes with each attempt.
    while (!(await refunded.isVisible()))
      await tryNow.evaluateAll((buttons: HTMLButtonElement[]) => {
        for (const button of buttons) button.click();
      });
    expect(await tryNow.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is redriven with all others that a search found: first a plan, then a result a row', async () => {
    const { page, open, complaints } = visit.tab;
    await open('search?q=stuck');
    await page.getByRole('button', { name: /^Redrive 1 …/ }).click();
    const bulk = page.getByRole('region', { name: 'With all that was found' });
    await bulk.getByText('1 of 1 will be redriven. Nothing is done yet.').waitFor();
    await bulk.getByRole('row', { name: /^stuck.*goes on where it stands –/ }).waitFor();
    await bulk.getByRole('button', { name: 'Redrive 1', exact: true }).click();
    await bulk.getByText('1 of 1 redriven.').waitFor();
    await bulk.getByRole('row', { name: /^stuck.*redriven$/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
