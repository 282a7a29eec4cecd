// The workflow in Restate, as its guide has it: a workflow whose key is the order, each step a `ctx.run`.
import { jsonClient } from '../json-client.ts';
import { orderSteps, type PlacedOrder } from './order-steps.ts';
import { loadFrom, type RestateSdk } from './peer-sdks.ts';

const [packages = '', addresses = '{}', port = '0'] = process.argv.slice(2);
const restate = await loadFrom<RestateSdk>(packages, '@restatedev/restate-sdk');
const steps = orderSteps(jsonClient().call, JSON.parse(addresses));

const orders = restate.workflow({
  name: 'orders',
  handlers: {
    async run(ctx, order: PlacedOrder) {
      const priced = await ctx.run('validate', () => steps.validate(order));
      const payment = await ctx.run('payment', () => steps.pay(order, priced));
      const shipment = await ctx.run('shipping', () => steps.ship(order, priced));
      const notification = await ctx.run('notify', () => steps.notify(order, shipment));
      return { outcome: 'fulfilled', payment, shipment, notification };
    },
  },
});
await restate.serve({ services: [orders], port: Number(port) });
console.log(JSON.stringify({ ready: true }));
process.once('SIGTERM', () => process.exit());
