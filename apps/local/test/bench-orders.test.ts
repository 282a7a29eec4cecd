import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCarrier, startPaymentGateway } from '@order-workflow/simulators';
import { expect, it, onTestFinished, vi } from 'vitest';
import { peersHere } from '../bin/bench-orders/contestants.ts';
import { jsonClient } from '../bin/bench-orders/json-client.ts';
import { bytesUnder } from '../bin/bench-orders/peers/bytes-under.ts';
import { orderUnder } from '../bin/bench-orders/peers/fulfilled.ts';
import { orderSteps, type PlacedOrder } from '../bin/bench-orders/peers/order-steps.ts';
import { factsOf } from '../bin/bench-orders/process-facts.ts';
import { machineNow, mediansOf, resultsOf, tableOf } from '../bin/bench-orders/results.ts';
import { threadTimesBetween, threadTimesOf } from '../bin/bench-orders/thread-facts.ts';
import { openMessageLog } from '../src/messages/message-log.ts';
import { startWireServices } from '../src/wire-services/start-wire-services.ts';

const topic = { name: 'notices', arn: 'arn:aws:sns:us-east-1:000000000000:notices' };

it("has a peer's steps charge, book and tell at the simulators as the stages do, and once however often they are repeated", async () => {
  const [gateway, carrier, messages] = [await startPaymentGateway(), await startCarrier(), openMessageLog()];
  const services = await startWireServices({ topics: [topic], queues: [], messages });
  const client = jsonClient();
  onTestFinished(async () => {
    client.close();
    await Promise.all([gateway.close(), carrier.close(), services.close()]);
    messages.close();
  });
  const addresses = {
    gateway: gateway.url,
    carrier: carrier.url,
    topics: services.topicsEndpoint,
    topicArn: topic.arn,
  };
  const steps = orderSteps(client.call, addresses);
  const order = orderUnder('12345') as PlacedOrder;
  const priced = await steps.validate(order);
  const shipments = [];
  for (let attempt = 1; attempt <= 2; attempt++) {
    await steps.pay(order, priced);
    shipments.push(await steps.ship(order, priced));
  }
  for (const shipment of shipments.slice(0, 1)) await steps.notify(order, shipment);
  expect(gateway.ledger.held('12345')).toBe(3998);
  expect(gateway.ledger.charges()).toHaveLength(1);
  expect(carrier.ledger.shipments('12345')).toHaveLength(1);
  expect(shipments[1]).toEqual(shipments[0]);
  expect(messages.published().map(({ subject }) => subject)).toEqual(['Order 12345: paid and on its way']);
});

it('refuses an order that cannot be read before anything is charged', async () => {
  const steps = orderSteps(jsonClient().call, { gateway: '', carrier: '', topics: '', topicArn: '' });
  const order = orderUnder('12345') as PlacedOrder;
  await expect(steps.validate({ ...order, items: [] })).rejects.toThrow('The order 12345 cannot be read.');
});

it('tells the median of each figure, and how many times ours that is', () => {
  const measured = (perSecond: number) => ({
    orders: 150,
    perSecond,
    p50Ms: 10,
    p99Ms: 20,
    cpuMsPerOrder: 8,
    peakMemoryBytes: 3e8,
    bytesPerOrder: 2e4,
    journalBytesPerOrder: 1e4,
  });
  const lines = [
    { name: 'this', concurrency: 16, ...mediansOf([measured(90), measured(10), measured(80)]) },
    { name: 'Peer', concurrency: 16, ...mediansOf([measured(200)]) },
  ];
  const rows = tableOf(resultsOf(machineNow(), [], 3, lines))
    .split('\n')
    .slice(-2);
  expect(rows).toEqual([
    '16 | this | 150 | 80.0 | 1.00 | 10.0 | 20.0 | 8.0 | 300 MB | 20.0 KB | 10.0 KB',
    '16 | Peer | 150 | 200.0 | 2.50 | 10.0 | 20.0 | 8.0 | 300 MB | 20.0 KB | 10.0 KB',
  ]);
});

it.runIf(process.platform === 'linux')('reads of a process and what it started how much memory they have', () => {
  const { cpuMs, memoryBytes } = factsOf([process.pid]);
  expect(cpuMs).toBeGreaterThan(0);
  expect(memoryBytes).toBeGreaterThan(1e6);
  expect(factsOf([])).toEqual({ cpuMs: 0, memoryBytes: 0 });
});

it.runIf(process.platform === 'linux')('reads what kinds of threads of a process have kept cores busy', () => {
  const { main, functions, V8 } = threadTimesOf(process.pid);
  expect(main + functions + V8).toBeGreaterThan(0);
  const later = { main: main + 40, functions: functions + 20, V8 };
  expect(threadTimesBetween({ main, functions, V8 }, later, 10)).toEqual({ main: 4, functions: 2, V8: 0 });
  expect(threadTimesOf(-1).main).toBeNaN();
});

it('counts no byte of an empty folder', () => {
  expect(bytesUnder(mkdtempSync(join(tmpdir(), 'bytes-')))).toBe(0);
});

it('leaves out a peer that cannot be installed, and says why', () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('TMPDIR', mkdtempSync(join(tmpdir(), 'no-peers-')));
  vi.stubEnv('PATH', '');
  const leftOut = vi.fn();
  expect(peersHere(leftOut)).toEqual([]);
  expect(leftOut).toHaveBeenCalledWith('Restate', expect.stringMatching(/npm ENOENT|built for Linux/));
  expect(leftOut).toHaveBeenCalledWith('DBOS', expect.stringMatching(/npm ENOENT|PostgreSQL is not installed/));
});
