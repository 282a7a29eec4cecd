// A storefront: places an order, watches it, and cancels it where its customer thinks better of it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const api = process.env['ORDER_API'] ?? 'http://127.0.0.1:8083';
// As the API asks for it where it is deployed: `Bearer …` of a token.
const authorization = process.env['ORDER_API_AUTHORIZATION'];
const [command = 'place', what = 'examples/orders/sample.json'] = process.argv.slice(2);

/** Asks until there is an answer: with its key, a request may be sent as often as needed. */
async function ask(path, request) {
  for (;;) {
    const headers = { ...request?.headers, ...(authorization && { authorization }) };
    const answer = await fetch(`${api}${path}`, { ...request, headers }).catch(() => undefined);
    if (answer && answer.status !== 429 && answer.status !== 503) return answer;
    await wait(1000 * Number(answer?.headers.get('retry-after') ?? 1));
  }
}

/** Tells how an order stands until nothing more happens by itself. */
async function watch(path) {
  for (;;) {
    const order = await (await ask(path)).json();
    console.log(
      `${order.orderId ?? path}: ${order.status}, money ${order.money?.state}, parcel ${order.parcel?.state}`,
    );
    if (!order.askAgainSeconds) return;
    await wait(1000 * order.askAgainSeconds);
  }
}

if (command === 'place') {
  const body = readFileSync(what, 'utf8');
  // One key a cart; here a cart is what stands in it.
  const key = createHash('sha256').update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  const placed = await ask('/orders', { method: 'POST', headers, body });
  if (placed.ok) await watch(placed.headers.get('location'));
  else console.log(await placed.text());
} else if (command === 'cancel') {
  await ask(`/orders/${what}/cancellation`, { method: 'POST' });
  await watch(`/orders/${what}`);
} else await watch(`/orders/${what}`);
