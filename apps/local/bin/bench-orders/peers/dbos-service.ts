// The workflow in DBOS, as its guide has it: a registered workflow whose id is the order's, each step a `DBOS.runStep`.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { jsonClient } from '../json-client.ts';
import { orderSteps, type PlacedOrder } from './order-steps.ts';
import { type DbosSdk, loadFrom } from './peer-sdks.ts';

const [packages = '', addresses = '{}', systemDatabaseUrl = '', port = '0'] = process.argv.slice(2);
const { DBOS } = await loadFrom<DbosSdk>(packages, '@dbos-inc/dbos-sdk');
const steps = orderSteps(jsonClient().call, JSON.parse(addresses));

async function fulfil(order: PlacedOrder) {
  const priced = await DBOS.runStep(() => steps.validate(order), { name: 'validate' });
  const payment = await DBOS.runStep(() => steps.pay(order, priced), { name: 'payment' });
  const shipment = await DBOS.runStep(() => steps.ship(order, priced), { name: 'shipping' });
  const notification = await DBOS.runStep(() => steps.notify(order, shipment), { name: 'notify' });
  return { outcome: 'fulfilled', payment, shipment, notification };
}

const workflow = DBOS.registerWorkflow(fulfil, { name: 'orders' });
DBOS.setConfig({ name: 'orders', systemDatabaseUrl, logLevel: 'warn' });
await DBOS.launch();

const server = createServer(async (request, response) => {
  try {
    const order: PlacedOrder = JSON.parse(await text(request));
    const handle = await DBOS.startWorkflow(workflow, { workflowID: order.orderId })(order);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await handle.getResult()));
  } catch (problem) {
    response.writeHead(500).end(String(problem));
  }
});
server.listen(Number(port), '127.0.0.1', () => console.log(JSON.stringify({ ready: true })));
process.once('SIGTERM', async () => {
  await DBOS.shutdown();
  process.exit();
});
