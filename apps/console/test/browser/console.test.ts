import { describe, expect, it } from 'vitest';
import { exampleOrder, orderCalled } from './example-order.ts';
import { noBrowser } from './open-browser.ts';
import { visitConsole } from './visit-console.ts';

describe.skipIf(noBrowser !== undefined)('the console in a browser', () => {
  const visit = visitConsole();

  it('starts the sample order by keyboard alone, and shows it being fulfilled', async () => {
    const { page, complaints, open, tabTo, status } = visit.tab;
    await open('executions');
    await tabTo(/^Start an order$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Start an order' }).waitFor();
    expect(JSON.parse(await page.getByLabel('Order, as JSON').inputValue())).toEqual(
      JSON.parse(exampleOrder('sample')),
    );
    await tabTo(/^Start execution$/);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Order 12345' }).waitFor();
    await page.locator('.execution-head .outcome', { hasText: 'fulfilled' }).waitFor();
    expect(await status()).toBe('Succeeded');
    expect(await page.getByRole('button', { name: /^Notify Customer Succeeded/ }).count()).toBe(1);
    expect(await page.getByRole('button', { name: /^Park Notice Not reached/ }).count()).toBe(1);
    expect(await page.locator('[aria-live=polite]', { hasText: 'Succeeded: fulfilled' }).count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('says at which line an order is no JSON, and keeps what was written', async () => {
    const { page, open } = visit.tab;
    await open('start');
    await page.getByLabel('Order, as JSON').fill('{\n  "orderId": "7"\n  "items": []\n}');
    await page.getByText('Line 3, column 3: expected a comma.').waitFor();
    await page.getByRole('button', { name: 'Start execution' }).click();
    expect(await page.getByLabel('Order, as JSON').evaluate((field) => field === document.activeElement)).toBe(true);

    await page.getByRole('link', { name: 'Executions' }).click();
    await page.getByRole('heading', { level: 1, name: 'Executions' }).waitFor();
    await page.goBack();
    expect(await page.getByLabel('Order, as JSON').inputValue()).toContain('"items": []');
  });

  it('shows what the server says against a name at its field, and leads to the execution that has it', async () => {
    const { page, open } = visit.tab;
    await open('start');
    await page.getByLabel('Order, as JSON').fill(orderCalled('many-1', { customerEmail: 'a@b.cc' }));
    await page.getByText('order-many-1', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.locator('.field', { hasText: 'Name of the execution' }).getByText('ExecutionAlreadyExists').waitFor();
    await page.getByRole('link', { name: 'Show that execution' }).click();
    await page.getByRole('heading', { level: 1, name: 'Order many-1' }).waitFor();
  });

  it('lists page by page and by status, and the back button goes back', async () => {
    const { page, open } = visit.tab;
    await open('executions');
    await page.getByRole('row').nth(25).waitFor();
    const newest = await page.getByRole('rowheader').first().textContent();
    await page.getByRole('link', { name: 'Older executions' }).click();
    await page.getByRole('link', { name: 'many-1', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('rowheader', { name: newest ?? '' }).waitFor();

    await page.getByRole('link', { name: 'Failed' }).click();
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
    expect(await page.getByRole('row').nth(1).textContent()).toMatch(/^stuckFailed.*TypeError/);
  });

  it('shows a refunded order: the error that was caught, and the way that it led', async () => {
    const { page, complaints, open, tabTo } = visit.tab;
    await open('executions');
    await page.getByRole('link', { name: 'shipment-refused' }).click();
    await page.getByRole('heading', { level: 1, name: 'Order shipment-refused' }).waitFor();
    await tabTo(/^Validate Order ?Succeeded/);
    const passed: string[] = [];
    while (passed.length < 9 && !passed.at(-1)?.startsWith('Ship Order')) {
      await page.keyboard.press('Tab');
      passed.push((await page.evaluate(() => document.activeElement?.textContent)) ?? '');
    }
    // A team may have put a stage in between.
    expect(passed.filter((name) => /^(Process|Ship)/.test(name))).toEqual([
      expect.stringMatching(/^Process Payment ?Succeeded/),
      expect.stringMatching(/^Ship Order ?Caught error/),
    ]);
    for (const name of passed) expect(name).toMatch(/Succeeded|Caught error|^Await Payment ?Not reached/);
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
    await page.getByRole('heading', { level: 1, name: 'Executions' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('redrives a failed order by keyboard, after it said what that does', async () => {
    const { page, complaints, open, tabTo, status, expectAccessible } = visit.tab;
    await open('executions/order-stuck');
    expect(await status()).toBe('Failed');
    expect(await page.locator('.why-ended').textContent()).toMatch(/Ended at Refund Payment: TypeError/);
    expect(await page.getByRole('button', { name: /^Refund Payment ?Failed/ }).count()).toBe(1);
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
    const { page, open, status } = visit.tab;
    await open('start');
    await page.getByLabel('Order, as JSON').fill(exampleOrder('payment-unavailable'));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.getByRole('button', { name: /^Process Payment .*retried ×/ }).waitFor();
    await page.getByRole('button', { name: 'Stop …' }).click();
    await page.getByLabel('Reason, kept in the history').fill('a test');
    await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
    await page.locator('.why-ended', { hasText: 'Stopped at Process Payment' }).getByText('a test').waitFor();
    expect(await status()).toBe('Stopped');
  });

  it('lets something go wrong, and shows what came of it: the logs, and what the customer was told', async () => {
    const { page, complaints, open, expectAccessible } = visit.tab;
    await open('faults');
    await page.getByLabel('Where').selectOption('payment');
    await page.getByLabel('What').selectOption('declined');
    await page.getByLabel('How often').fill('1');
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.getByRole('row', { name: /payment=declined:1 ×0 1/ }).waitFor();
    await page.getByLabel('Where').selectOption('cancel');
    await page.getByLabel('How often').fill('');
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.getByRole('row', { name: /cancel=unavailable ×0 each time/ }).waitFor();

    await open('start');
    await page.getByLabel('Order, as JSON').fill(orderCalled('unlucky'));
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
    await page.getByRole('button', { name: 'Switch off cancel=unavailable' }).click();
    await page.getByText('Nothing goes wrong by intent.').waitFor();
    await open('messages');
    await page.getByRole('article', { name: 'Order unlucky: payment declined' }).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Order unlucky' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says that the server does not answer, loses nothing, and goes on when it does', async () => {
    const { page, open, comeBack, expectAccessible } = visit.tab;
    await open('executions');
    await page.getByRole('row').nth(1).waitFor();
    await visit.world.server.close();
    await comeBack();
    await page.getByText('does not answer', { exact: false }).first().waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(1);
    await expectAccessible();
    await page.getByRole('link', { name: 'Start an order' }).first().click();
    await page.getByLabel('Order, as JSON').fill(orderCalled('patient'));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.getByText('Nothing is lost: start it again.', { exact: false }).waitFor();
    await visit.world.serveAgain();
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.getByRole('heading', { level: 1, name: 'Order patient' }).waitFor();
    expect(await page.locator('.banner').count()).toBe(0);
  });

  it('says when something else answers in place of the API', async () => {
    const { page } = visit.tab;
    await page.route('**/', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 503, body: 'Not ready yet' }) : route.continue(),
    );
    await page.goto(`${visit.world.server.endpoint}/`);
    await page.getByText('ListStateMachines: 127.0.0.1', { exact: false }).waitFor();
    expect(await page.locator('.banner').textContent()).toMatch(/answers with status 503\..*Trying again in \d+ s\./);
    await page.unroute('**/');
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
  });

  it('places an order that was declined with another card, under its id: the next execution is fulfilled', async () => {
    const { page, open } = visit.tab;
    async function start(paymentToken: string, outcome: string, name = '') {
      await open('start');
      await page.getByLabel('Order, as JSON').fill(orderCalled('another-card', { paymentToken }));
      await page.getByLabel('Name of the execution').fill(name);
      await page.getByRole('button', { name: 'Start execution' }).click();
      await page.getByRole('heading', { level: 1, name: 'Order another-card' }).waitFor();
      await page.locator('.execution-head .outcome', { hasText: outcome }).waitFor();
      return page.url().split('/').at(-1);
    }
    expect(await start('sim-declined', 'declined')).toBe('order-another-card');
    expect(await start('tok_other', 'fulfilled')).toBe('order2-another-card');
    expect(await start('tok_other', 'fulfilled')).toBe('order2-another-card');
    expect(await start('sim-declined', 'declined')).toBe('order-another-card');
    expect(await start('tok_other', 'duplicate', 'once-more')).toBe('once-more');
    await page.getByRole('button', { name: /^Order Already Placed Succeeded/ }).waitFor();
  });
});
