// Takes the picture of a refunded order that the README shows: `pnpm --filter @order-workflow/console picture`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleOrder } from '../test/browser/example-order.ts';
import { openBrowser } from '../test/browser/open-browser.ts';
import { runOrder, serveOrders } from '../test/browser/order-command.ts';

const picture = fileURLToPath(new URL('../../../docs/console.png', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'order-picture-'));
await runOrder(['place', '-', '--json', '--data', data], exampleOrder('shipment-refused'));
const [browser, server] = await Promise.all([openBrowser(), serveOrders(data)]);
try {
  const page = await browser.newPage({
    locale: 'en-GB',
    viewport: { width: 1280, height: 1060 },
    reducedMotion: 'reduce',
  });
  await page.goto(`${server.endpoint}/#/executions/order-shipment-refused?state=Refund+Payment`);
  await page.getByRole('heading', { name: 'Refund Payment' }).waitFor();
  await page.getByRole('link', { name: 'Desk' }).waitFor();
  await page.screenshot({ path: picture });
} finally {
  await browser.close();
  await server.close();
  rmSync(data, { recursive: true });
}
console.log(picture);
