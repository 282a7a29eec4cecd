import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { localAnswers } from '../read-written.ts';
import { startAndEnd, switchFaults } from './call-server.ts';
import { orderCalled } from './example-order.ts';
import { noBrowser } from './open-browser.ts';
import { visitConsole } from './visit-console.ts';

const long = 'x'.repeat(5_000);
const turned = 'evil\u202Etxt.exe\u2066';
const turning = /[\p{Bidi_Control}]/u;

/** Changes what an operation answers before the page gets it. */
async function changeAnswer(page: Page, operation: string, change: (answer: never) => object): Promise<void> {
  await page.route('**/', async (route: Route) => {
    const target = route.request().headers()['x-amz-target'];
    if (target !== `AWSStepFunctions.${operation}`) return route.fallback();
    // A kept connection may have been closed meanwhile, where the machine is busy.
    const response = await route.fetch({ maxRetries: 3 });
    return route.fulfill({ response, json: change((await response.json()) as never) });
  });
}

describe.skipIf(noBrowser !== undefined)('the console, whatever comes', () => {
  const visit = visitConsole();

  beforeAll(async () => {
    await startAndEnd(visit.world, 'hostile-long', {
      ...JSON.parse(orderCalled(long)),
      [long]: long,
      items: [{ sku: long, quantity: 1 }],
    });
    await startAndEnd(visit.world, 'hostile-blank', JSON.parse(orderCalled(' \u200B ')));
    await startAndEnd(visit.world, 'hostile-turned', { ...JSON.parse(orderCalled(turned)), customerName: turned });
  });

  it.each([360, 1280])('is no wider than a window of %d pixels, and turns no reading direction', async (width) => {
    const { page, open } = visit.tab;
    await page.setViewportSize({ width, height: 760 });
    for (const place of ['executions', 'executions/hostile-long', 'executions/hostile-turned', 'messages']) {
      await open(place);
      await page.locator('.card').first().waitFor();
      await page.getByText(/^(Asking for|Nothing to show)/).waitFor({ state: 'detached' });
      for (const button of await page.locator('.disclosure').all()) await button.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const drawn = await page.evaluate(() => `${document.title} ${document.body.innerHTML}`);
      expect(drawn).not.toMatch(turning);
    }
    await open('executions/hostile-turned');
    await page.getByRole('heading', { level: 1, name: 'Order evil\\u202Etxt.exe\\u2066' }).waitFor();
  });

  it('has a link for an order whose id shows nothing', async () => {
    const { page, open } = visit.tab;
    await open('executions');
    await page.getByRole('link', { name: 'blank order id' }).click();
    await page.getByRole('heading', { level: 1, name: 'Order without an id' }).waitFor();
  });

  it('says in every view that a fault is switched on, and marks the attempts that it struck', async () => {
    const { page, open, expectAccessible } = visit.tab;
    await switchFaults(visit.world, ['payment=unavailable:1', 'refund=unavailable']);
    await startAndEnd(visit.world, 'order-struck', JSON.parse(orderCalled('struck')));
    for (const place of [
      'executions',
      'executions/order-struck?state=Process+Payment',
      'start',
      'messages',
      'faults',
    ]) {
      await open(place);
      const bar = page.getByRole('complementary', { name: 'Faults that are switched on' });
      await bar.getByText('refund=unavailable').waitFor();
      // One that is spent strikes no more.
      expect(await bar.textContent()).not.toContain('payment=');
    }
    await expectAccessible();
    await open('executions/order-struck?state=Process+Payment');
    await page.getByRole('row', { name: /^1 .*PaymentOutcomeUnknown struck by payment=unavailable:1/ }).waitFor();
    expect(await page.getByText('struck by').count()).toBe(1);
    await open('faults');
    await page.getByRole('button', { name: 'Switch off refund=unavailable' }).click();
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });

  it('says in list and head that the customer was not told, when the notice was parked', async () => {
    const { page, open } = visit.tab;
    await changeAnswer(page, 'DescribeExecution', ({ output, ...rest }: { output: string }) => ({
      ...rest,
      output: JSON.stringify({ ...JSON.parse(output ?? '{}'), ...Object(localAnswers['parked']) }),
    }));
    await open('executions');
    await page.getByRole('row', { name: /many-30 .*fulfilled customer not told/ }).waitFor();
    await open('executions/order-many-30');
    await page.locator('.view-head').getByText('customer not told').waitFor();
    await page.locator('[aria-live=polite]', { hasText: 'Succeeded: fulfilled, customer not told' }).waitFor();
  });

  it('says SIMULATED of an execution with a receipt that says so', async () => {
    const { page, open } = visit.tab;
    await changeAnswer(page, 'DescribeExecution', ({ output, ...rest }: { output: string }) => ({
      ...rest,
      output: JSON.stringify({ ...JSON.parse(output ?? '{}'), payment: { simulated: true } }),
    }));
    await open('executions');
    await page.getByRole('row', { name: /many-30 .*SIMULATED/ }).waitFor();
    await open('executions/order-many-30');
    await page.locator('.view-head').getByText('SIMULATED').waitFor();
  });

  it('shows what went wrong in place of a view that cannot be drawn, and the others', async () => {
    const { page } = visit.tab;
    await changeAnswer(page, 'ListExecutions', ({ executions }: { executions: object[] }) => ({
      executions: executions.map((one) => ({ ...one, startDate: 1e20 })),
    }));
    await page.goto(`${visit.world.server.endpoint}/#/executions`);
    await page.getByRole('heading', { level: 1, name: 'This cannot be shown' }).waitFor();
    await page.getByRole('link', { name: 'Start an order' }).click();
    await page.getByRole('heading', { level: 1, name: 'Start an order' }).waitFor();
  });

  it('says once that the address of a page is no longer good, and shows the way to the newest', async () => {
    const { page, open, comeBack } = visit.tab;
    let asked = 0;
    page.on('request', (request) => {
      if (request.headers()['x-amz-target'] === 'AWSStepFunctions.ListExecutions') asked++;
    });
    await open('executions?page=stale');
    await page.getByRole('alert').getByText('is no longer good').waitFor();
    await comeBack();
    expect(await page.locator('.banner').count()).toBe(0);
    expect(asked).toBe(1);
    await page.getByRole('link', { name: 'Newest' }).click();
    await page.getByRole('row').nth(1).waitFor();
  });

  it('answers a path where there is nothing with a page, and large files compressed', async () => {
    const { page, open } = visit.tab;
    const script = page.waitForResponse((response) => response.url().endsWith('.js'));
    await open('executions');
    expect((await script).headers()['content-encoding']).toBe('gzip');
    await page.goto(`${visit.world.server.endpoint}/executions/order-many-1`);
    await page.getByRole('link', { name: 'Go to the executions' }).click();
    await page.getByRole('heading', { level: 1, name: 'Executions' }).waitFor();
  });

  // The last: all other tests want the server that was.
  it('says of logs that they began when the server was started again', async () => {
    const { page, open } = visit.tab;
    await visit.world.server.close();
    await visit.world.serveAgain();
    await open('executions/hostile-turned');
    const logs = page.getByRole('region', { name: 'Function logs' });
    await logs.getByText(/^The server was started again at .*: what was written before is not kept\.$/).waitFor();
  });
});
