import { expect, it } from 'vitest';
import { batchAt, orderLine, type ResultLine, resultOf, sendBatch } from './batch-client.ts';
import { keptWorld } from './kept-world.ts';
import { serve } from './serve.ts';

/** Lines of the batch; more of them by `BATCH_LINES=10000`, of which each is an order with its own execution here. */
const lines = Number(process.env['BATCH_LINES'] ?? 300);

/** It ends only what hangs. */
const timeout = Math.max(600_000, lines * 300);

/** Every so many lines one is bad, and one stands there twice. */
const every = 10;

const card = '4242 4242 4242 4242';

/** What is wrong with a bad line, and how it is answered. */
const bad: readonly (readonly [line: (orderId: string) => string, status: number])[] = [
  [(orderId) => orderLine(orderId).slice(0, -1), 400],
  [(orderId) => orderLine(orderId, { items: [] }), 422],
  [(orderId) => orderLine(orderId, { paymentToken: card }), 422],
  // Another content under the id of the batch's first order.
  [() => orderLine('line-1', { paymentToken: 'tok_2' }), 409],
];

interface SentLine {
  readonly text: string;
  readonly status: number;
  readonly orderId: string | undefined;
}

function aLine(index: number): SentLine {
  const orderId = `line-${index + 1}`;
  const [make, status] = bad[Math.floor(index / every) % bad.length] ?? bad[0]!;
  if (index % every === 3) return { text: make(orderId), status, orderId: undefined };
  // As the line before it.
  const own = index % every === 6 ? `line-${index}` : orderId;
  return { text: orderLine(own), status: 202, orderId: own };
}

it(`answers each of ${lines} lines with doubles and bad ones among them, and places each order once, though the server is killed`, {
  timeout,
}, async () => {
  const world = keptWorld();
  const sent = Array.from({ length: lines }, (_, index) => aLine(index));
  const body = sent.map(({ text }) => text).join('\n');
  let server = await serve(world.folder);
  const at = () => server.endpoint;
  const answer = await sendBatch(at, 'ten thousand', body);
  const location = answer.headers.get('location') ?? '';
  expect(answer.status).toBe(202);
  const seen: number[] = [];
  const standing = async () => {
    const { answered, progress } = await batchAt(at, location);
    seen.push(answered);
    return progress === 'ended' ? lines : answered;
  };
  await expect.poll(standing, { interval: 200, timeout }).toBeGreaterThan(lines / 4);
  server.kill('SIGKILL');
  await server.ended;
  server = await serve(world.folder);
  // Sent once more by a caller that does not know what became of it.
  expect((await sendBatch(at, 'ten thousand', body)).status).toBe(202);
  await expect.poll(standing, { interval: 500, timeout }).toBe(lines);
  expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  const result: readonly ResultLine[] = await resultOf(at, location);
  expect(result.map(({ line, status, orderId }) => ({ line, status, orderId }))).toEqual(
    sent.map(({ status, orderId }, index) => ({ line: index + 1, status, orderId })),
  );
  const counts = Map.groupBy(sent, ({ status }) => String(status));
  const statuses = Object.fromEntries([...counts].map(([status, same]) => [status, same.length]));
  expect(await batchAt(at, location)).toMatchObject({ lines, answered: lines, statuses });
  const orderIds = [...new Set(sent.flatMap(({ orderId }) => orderId ?? []))];
  const open = async () =>
    ((await (await fetch(`${at()}/orders?status=open&limit=1`)).json()) as { orders: unknown[] }).orders.length;
  await expect.poll(open, { interval: 1_000, timeout }).toBe(0);
  server.kill('SIGTERM');
  await server.ended;
  await world.inProcess({}, async ({ journal, world: services, resumed }) => {
    await Promise.all(resumed.map(({ execution }) => execution.result));
    const ends = journal.list().map(({ executionArn }) => journal.describe(executionArn));
    expect(ends.every((one) => one?.end?.status === 'SUCCEEDED')).toBe(true);
    const placed = ends.map((one) => (one?.start.input as { readonly orderId: string } | undefined)?.orderId);
    expect(placed.toSorted()).toEqual(orderIds.toSorted());
    expect(JSON.stringify(ends).includes(card)).toBe(false);
    const charges = services?.gateway.ledger.charges().filter(({ status }) => status === 'charged') ?? [];
    expect(charges).toHaveLength(orderIds.length);
    expect(services?.carrier.ledger.shipments()).toHaveLength(orderIds.length);
  });
});
