import {
  type AttemptEnd,
  memoryOrderTable,
  orderFingerprint,
  orderStoreOver,
} from '@order-workflow/stage-kit/order-store';
import type { PlacingPorts } from '../src/decisions/answer-post.ts';
import type { ApiRequest } from '../src/http/api-request.ts';
import { orderPath } from '../src/http/order-path.ts';
import type { AcceptedOrder, AcceptedOrders, AcceptedRequest } from '../src/ports/accepted-orders.ts';
import type { ExecutionStanding, ExecutionsToStart, Machine } from '../src/ports/executions-to-start.ts';

/** What was accepted, in memory, for tests: it keeps the same contract as the table. */
export function memoryAcceptedOrders(): AcceptedOrders {
  const requests = new Map<string, AcceptedRequest>();
  const orders = new Map<string, AcceptedOrder>();
  return {
    request: async (keyHash) => requests.get(keyHash),
    order: async (orderId) => orders.get(orderId),
    async keepRequest(request) {
      if (requests.has(request.keyHash)) return false;
      requests.set(request.keyHash, request);
      return true;
    },
    async keepOrder({ orderId, execution, attempt }) {
      if ((orders.get(orderId)?.attempt ?? 0) <= attempt) orders.set(orderId, { orderId, execution, attempt });
    },
  };
}

interface StartedExecution {
  readonly machine: Machine;
  readonly name: string;
  readonly input: unknown;
  standing: ExecutionStanding;
}

const arnOf = (name: string) => `arn:aws:states:us-east-1:000000000000:execution:orders:${name}`;
const startedAt = '2026-03-01T10:00:00.000Z';

/** A world in which executions begin when they are started, and go on when a test says so, over the order store's own rules. */
export function aWorld() {
  const table = memoryOrderTable();
  const never = () => new AbortController().signal;
  const store = orderStoreOver(table, never);
  const fingerprint = orderFingerprint('k'.repeat(64));
  const started: StartedExecution[] = [];
  const find = (nameOrArn: string) => started.find(({ name }) => nameOrArn === name || nameOrArn === arnOf(name));
  const executions: ExecutionsToStart = {
    async start(machine, name, input) {
      if (!find(name)) started.push({ machine, name, input, standing: { status: 'RUNNING' } });
    },
    describe: async (_, execution) => find(execution)?.standing ?? { status: 'UNKNOWN' },
  };
  const ports: PlacingPorts = {
    accepted: memoryAcceptedOrders(),
    orders: {
      async read(orderId) {
        const answer = await table.read(orderId, never());
        return answer.answer === 'item' ? answer.item : undefined;
      },
    },
    executions,
    fingerprint,
    clock: { now: () => Date.parse(startedAt) + 20_000 },
  };
  const verdict = (order: unknown) => ({ order, validation: { total: { amount: 3998, currency: 'EUR' } } });
  return {
    ports,
    started,
    /** The first stage of an execution asks for its order. */
    claim({ name, input }: StartedExecution) {
      const { orderId, attempt } = input as { readonly orderId: string; readonly attempt?: number };
      const execution = { id: arnOf(name), startedAt };
      return store.claim({ orderId, execution, attempt, fingerprint: fingerprint(input), verdict: verdict(input) });
    },
    /** An execution ends, and its order with it. */
    async end(one: StartedExecution, outcome: AttemptEnd, output: object = {}) {
      const { orderId } = one.input as { readonly orderId: string };
      const item = await ports.orders.read(orderId);
      const unclaimed = { fingerprint: fingerprint(one.input), verdict: verdict(one.input) };
      const execution = { id: arnOf(one.name), startedAt };
      const attempt = item?.attempt ?? 1;
      const closed = await store.close({ orderId, execution, attempt, outcome, noticeId: () => 'notice', unclaimed });
      one.standing = { status: 'SUCCEEDED', output: { outcome, ...output } };
      return closed;
    },
    /** The first state of a cancellation takes its order over. */
    takeOver({ name, input }: StartedExecution) {
      const { orderId } = input as { readonly orderId: string };
      return store.takeOver({ orderId, execution: { id: arnOf(name), startedAt } });
    },
  };
}

/** `POST /orders` of this body, under this key. */
export function aPost(
  body: unknown,
  key: string | undefined = 'key-1',
  headers: ApiRequest['headers'] = {},
): ApiRequest {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }), ...headers },
    query: '',
    path: {},
    body: Buffer.from(text),
    requestId: 'request-1',
    receivedAtMs: Date.parse(startedAt) + 20_000,
  };
}

/** A request about an order, without a body unless given. */
export function aboutOrder(orderId: string, body?: unknown): ApiRequest {
  const post = aPost(body ?? '', undefined);
  return {
    ...post,
    body: body === undefined ? Buffer.alloc(0) : post.body,
    path: { id: orderPath(orderId).slice('/orders/'.length) },
  };
}

/** `GET /orders` with this query, at this moment. */
export function aListRequest(query: string, receivedAtMs: number): ApiRequest {
  return { ...aPost('', undefined), body: Buffer.alloc(0), query, receivedAtMs };
}
