import { claimableOrderId } from '@order-workflow/order-domain';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as z from 'zod/mini';
import { deskCsv } from '../../desk/desk-csv.ts';
import { deskHome } from '../../desk/desk-home.ts';
import type { DeskIndex } from '../../desk/desk-index.ts';
import { deskOrder } from '../../desk/desk-order.ts';
import { deskStock, stockTableOf } from '../../desk/desk-stock.ts';
import { moneyWithoutParcel } from '../../desk/money-without-parcel.ts';
import { searchDesk } from '../../desk/search-desk.ts';
import { seenTo } from '../../desk/seen-to.ts';
import { describeParked } from '../../messages/parked-notice.ts';
import { replayNotices } from '../../orders/replay-notices.ts';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { protocolJson } from '../protocol-json.ts';
import { readSent } from '../read-sent.ts';
import { readDeskQuery } from './read-desk-query.ts';

/** How many hits a page has, and a file. */
const hitsAPage = 50;
const hitsAFile = 50_000;

/** Which of the notices that wait are to be published. */
const replaySchema = z.strictObject({
  messageIds: z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.minLength(1), z.maxLength(1_000)),
});

/**
 * What the people at the desk ask: what needs them, and one search over all executions. Its instants are
 * milliseconds since the epoch.
 */
export function deskApp({ workflow, clock }: Pick<ApiContext, 'workflow' | 'clock'>, desk: DeskIndex): Hono {
  const app = new Hono();
  app.get('/home', (context) => {
    const now = clock.now();
    const { query } = readDeskQuery(context.req.query(), now);
    const home = deskHome(desk.store(), workflow.journal, { now, midnight: query.since ?? now - dayMs });
    return json(desk, { now, ...home, parked: workflow.messages.parked().map(describeParked) });
  });
  app.get('/money', () => {
    const store = desk.store();
    const { world } = workflow;
    if (!world) return json(desk, { known: false });
    const [charges, standing] = [world.gateway.ledger.charges(), world.carrier.ledger.shipments()];
    return json(desk, { known: true, ...moneyWithoutParcel(charges, standing, (orderId) => seenTo(store, orderId)) });
  });
  app.get('/search', (context) => {
    const { query, page } = readDeskQuery(context.req.query(), clock.now());
    return json(desk, searchDesk(desk.store(), query, { ...page, limit: hitsAPage }));
  });
  app.get('/order', (context) => {
    const orderId = claimableOrderId({ orderId: context.req.query('id') });
    const { journal, messages, world } = workflow;
    const sources = { store: desk.store(), journal, messages, world, now: clock.now() };
    const order = orderId === undefined ? undefined : deskOrder(sources, orderId);
    if (!order) throw new ApiError('ExecutionDoesNotExist', 'id: there is no order of this id here');
    return json(desk, order);
  });
  app.get('/stock', async () => {
    const table = stockTableOf(workflow);
    return json(
      desk,
      table === undefined ? { known: false } : { known: true, products: await deskStock(workflow, table) },
    );
  });
  app.post('/replay', async (context) => {
    const { messageIds } = await readSent(replaySchema, context);
    const { messages } = workflow;
    const chosen = { parked: () => messages.parked().filter(({ messageId }) => messageIds.includes(messageId)) };
    return json(desk, { replayed: await replayNotices({ ...workflow, messages: { ...messages, ...chosen } }) });
  });
  app.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const ending = new AbortController();
      stream.onAbort(() => ending.abort());
      while (!ending.signal.aborted) {
        await nextChange(desk, ending.signal);
        await stream.writeSSE({ event: 'changed', data: '' });
        await stream.sleep(betweenEventsMs);
      }
    }),
  );
  app.get('/search.csv', (context) => csv(context, desk, clock.now()));
  return app;
}

/** Many changes are one event, for whoever asks anew at each. */
const betweenEventsMs = 300;

/** Ends with the next change, or with the signal. */
function nextChange(desk: DeskIndex, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = desk.onChange(resolve);
  const ends = () => resolve();
  signal.addEventListener('abort', ends);
  return promise.finally(() => {
    stop();
    signal.removeEventListener('abort', ends);
  });
}

const dayMs = 24 * 3600 * 1000;

function csv(context: Context, desk: DeskIndex, now: number): Response {
  const { query, page } = readDeskQuery(context.req.query(), now);
  const { hits } = searchDesk(desk.store(), query, { ...page, from: 0, limit: hitsAFile });
  return new Response(deskCsv(hits), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="executions.csv"',
      'cache-control': 'no-store',
    },
  });
}

function json(desk: DeskIndex, body: object): Response {
  const progress = desk.progress();
  return new Response(protocolJson({ ...body, ...(progress && { progress }) }), {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}
