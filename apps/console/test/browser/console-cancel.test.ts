import { describe, expect, it } from 'vitest';
import { startAndEnd, switchFaults } from './call-server.ts';
import { exampleOrder, orderCalled } from './example-order.ts';
import { noBrowser } from './open-browser.ts';
import { visitConsole } from './visit-console.ts';

describe.skipIf(noBrowser !== undefined)('cancelling an order in the console', () => {
  const visit = visitConsole();

  it('says by keyboard what comes of it where the order is, asks for a reason, and leads from the stopped execution to who stopped it', async () => {
    const { page, complaints, open, tabTo, status, expectAccessible } = visit.tab;
    await open('start');
    await page.getByLabel('Order, as JSON').fill(exampleOrder('payment-unavailable'));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.getByRole('button', { name: /^Process Payment .*retried ×/ }).waitFor();
    await tabTo(/^Cancel the order …$/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Cancel this order?' });
    await dialog
      .getByText('The order is at Process Payment. Its execution is stopped there', { exact: false })
      .waitFor();
    await expectAccessible();
    await tabTo(/^Reason, for operators/);
    await page.keyboard.type('the customer called');
    await tabTo(/^Cancel the order$/);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Cancellation of order payment-unavailable' }).waitFor();
    expect(page.url()).toContain('#/cancellations/cancel-payment-unavailable');
    await page.locator('.execution-head .outcome', { hasText: 'cancelled' }).waitFor();
    await page.getByText('the customer called', { exact: false }).first().waitFor();
    await expectAccessible();

    await page.getByRole('link', { name: 'order-payment-unavailable', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Order payment-unavailable', exact: true }).waitFor();
    expect(await status()).toBe('Stopped by its cancellation');
    await page
      .locator('.why-ended', { hasText: 'Stopped at Process Payment by its cancellation, cancel-pay' })
      .waitFor();
    expect(await page.getByRole('group', { name: 'Actions' }).getByRole('button').count()).toBe(0);
    expect(complaints).toEqual([]);

    await open('executions?status=ABORTED');
    const row = page.getByRole('row', { name: /^payment-unavailable Stopped by its cancellation/ });
    await row.getByRole('link', { name: 'cancel-payment-unavailable' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cancellation of order payment-unavailable' }).waitFor();
  });

  it('gives back what a fulfilled order holds, shows at the order that it was cancelled, and lists both machines', async () => {
    const { page, open } = visit.tab;
    await open('executions/order-many-2');
    await page.getByRole('button', { name: 'Cancel the order …' }).click();
    await page.getByRole('dialog').getByText('The order is fulfilled. It is charged', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Cancel the order', exact: true }).click();
    await page.locator('.execution-head .outcome', { hasText: 'cancelled' }).waitFor();
    await open('executions/order-many-2');
    await page.locator('.facts', { hasText: 'Cancellation' }).getByText('cancelled', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Cancel the order …' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Cancellations' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cancellations' }).waitFor();
    await page.getByRole('row', { name: /^many-2 ?Succeeded cancelled/ }).waitFor();

    // With nothing held, the same id can be placed with other content.
    await open('start');
    await page.getByLabel('Order, as JSON').fill(orderCalled('many-2', { paymentToken: 'tok_other' }));
    await page.getByRole('button', { name: 'Start execution' }).click();
    await page.locator('.execution-head .outcome', { hasText: 'fulfilled' }).waitFor();
    expect(page.url()).toContain('order2-many-2');
    await page.getByRole('button', { name: 'Cancel the order …' }).waitFor();
  });

  it('offers nothing to cancel of what holds nothing, and another try where a cancellation has failed', async () => {
    const { page, open, status } = visit.tab;
    await open('executions/order-shipment-refused');
    await page.locator('.execution-head .outcome', { hasText: 'refunded' }).waitFor();
    expect(await page.getByRole('button', { name: 'Cancel the order …' }).count()).toBe(0);

    await switchFaults(visit.world, ['takeover=defect']);
    await startAndEnd(visit.world, 'cancel-many-3', { orderId: 'many-3' }, 'cancellations');
    await switchFaults(visit.world, []);
    await open('executions/order-many-3');
    await page.locator('.facts').getByText('Failed', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cancel the order …' }).click();
    await page.getByRole('button', { name: 'Cancel the order', exact: true }).click();
    await page.locator('.execution-head .outcome', { hasText: 'cancelled' }).waitFor();
    expect(page.url()).toContain('cancel2-many-3');
    await open('cancellations/cancel-many-3');
    expect(await status()).toBe('Failed');
  });
});
