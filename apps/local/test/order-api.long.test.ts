import { request } from 'node:http';
import { anOrder } from '@order-workflow/order-domain/testing';
import { expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';
import { serve } from './serve.ts';

/**
 * Posts in all, four an order: twice at once, once cut off, and once more under another key. `ORDER_API_POSTS=10000` took 73 s on two
 * cores on 2026-11-29.
 */
const posts = Number(process.env['ORDER_API_POSTS'] ?? 600);
const perOrder = 4;

/** How many orders are posted at once. */
const atOnce = 8;

/** Where the server listens now: it is another port after it was killed. */
interface Door {
  endpoint: string;
}

interface Post {
  readonly orderId: string;
  readonly key: string;
}

const bodyOf = (orderId: string) => JSON.stringify(anOrder().with({ orderId }).build());

/** The status of an answer; undefined where there is none. */
async function post({ endpoint }: Door, { orderId, key }: Post): Promise<number | undefined> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  try {
    const answer = await fetch(`${endpoint}/orders`, { method: 'POST', headers, body: bodyOf(orderId) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return undefined;
  }
}

/** Sends a request whole, and leaves before anybody can answer. */
function postAndLeave({ endpoint }: Door, { orderId, key }: Post): Promise<void> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  return new Promise((left) => {
    const outgoing = request(`${endpoint}/orders`, { method: 'POST', headers, agent: false });
    outgoing.on('error', () => left());
    outgoing.on('response', (response) => response.destroy());
    outgoing.on('close', () => left());
    outgoing.on('finish', () => outgoing.destroy());
    outgoing.end(bodyOf(orderId));
  });
}

/** Posts until it is answered, as a caller does that has a key. */
async function postUntilAnswered(door: Door, asked: Post): Promise<number> {
  for (;;) {
    const status = await post(door, asked);
    if (status !== undefined && status !== 503) return status;
    await new Promise((wait) => setTimeout(wait, 200));
  }
}

/** The orders of a query, page by page. */
async function listed({ endpoint }: Door, query: string): Promise<string[]> {
  const found: string[] = [];
  for (let path: string | undefined = `/orders?${query}&limit=100`; path !== undefined; ) {
    const answer = await fetch(`${endpoint}${path}`);
    expect(answer.status).toBe(200);
    const page = (await answer.json()) as { readonly orders: readonly { orderId: string }[]; readonly next?: string };
    found.push(...page.orders.map(({ orderId }) => orderId));
    path = page.next;
  }
  return found;
}

/** Calls of each in turn, so many at once. */
async function inTurn<Item>(items: readonly Item[], call: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await call(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

it(`makes one attempt each of ${posts} posts with doubles and cut connections, though the server is killed twice`, async () => {
  const world = keptWorld();
  const orderIds = Array.from({ length: Math.ceil(posts / perOrder) }, (_, index) => `post-${index + 1}`);
  let server = await serve(world.folder);
  const door: Door = { endpoint: server.endpoint };
  const killAfter = [Math.floor(orderIds.length / 3), Math.floor((2 * orderIds.length) / 3)];
  const statuses = new Map<number, number>();
  const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
  let begun = 0;
  let restarted: Promise<void> = Promise.resolve();
  const restart = async () => {
    server.kill('SIGKILL');
    await server.ended;
    server = await serve(world.folder);
    door.endpoint = server.endpoint;
  };
  await inTurn(orderIds, async (orderId) => {
    const key = `key of ${orderId}`;
    begun += 1;
    if (killAfter.includes(begun)) restarted = restarted.then(restart);
    await postAndLeave(door, { orderId, key });
    const twice = [postUntilAnswered(door, { orderId, key }), postUntilAnswered(door, { orderId, key })];
    for (const status of await Promise.all(twice)) count(status);
    count(await postUntilAnswered(door, { orderId, key: `another ${key}` }));
  });
  await restarted;
  expect([...statuses.keys()].filter((status) => status !== 200 && status !== 202)).toEqual([]);
  await inTurn(orderIds, (orderId) =>
    expect
      .poll(async () => (await fetch(`${door.endpoint}/orders/${orderId}`)).json(), { interval: 200 })
      .toMatchObject({ attempt: 1, status: 'fulfilled', progress: 'ended' }),
  );
  expect((await listed(door, 'status=fulfilled')).toSorted()).toEqual(orderIds.toSorted());
  expect(await listed(door, 'status=open')).toEqual([]);
  server.kill('SIGTERM');
  await server.ended;
  await world.inProcess({}, async ({ journal, tables, assembly, world: services, resumed }) => {
    await Promise.all(resumed.map(({ execution }) => execution.result));
    // The store: each order, in its first attempt.
    const items = (await tables?.items(assembly.tables.find(({ name }) => /OrdersTable/.test(name))?.name ?? '')) ?? [];
    const stored = items as readonly Record<string, Readonly<Record<string, string>>>[];
    expect(stored.map(({ orderId }) => orderId?.['S']).toSorted()).toEqual(orderIds.toSorted());
    for (const { status, attempt } of stored) expect([status?.['S'], attempt?.['N']]).toEqual(['fulfilled', '1']);
    // The histories: one execution an order owns it, and what else began was a duplicate.
    const ends = journal.list().map(({ executionArn }) => journal.describe(executionArn));
    const owners = ends.filter(
      (one) => (one?.end?.output as { readonly outcome?: string } | undefined)?.outcome === 'fulfilled',
    );
    expect(ends.every((one) => one?.end?.status === 'SUCCEEDED')).toBe(true);
    expect(
      owners.map((one) => (one?.start.input as { readonly orderId: string } | undefined)?.orderId).toSorted(),
    ).toEqual(orderIds.toSorted());
    // The books: one charge and one parcel each.
    const charged = services?.gateway.ledger.charges().filter(({ status }) => status === 'charged') ?? [];
    expect(new Set(charged.map(({ key }) => key)).size).toBe(orderIds.length);
    expect(charged).toHaveLength(orderIds.length);
    expect(services?.carrier.ledger.shipments()).toHaveLength(orderIds.length);
  });
});
