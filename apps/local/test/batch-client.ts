import { anOrder } from '@order-workflow/order-domain/testing';

/** How a batch stands, and a line of its result, as far as tests read them. */
export interface BatchStanding {
  readonly progress: string;
  readonly lines: number;
  readonly answered: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly result?: string;
}

export interface ResultLine {
  readonly line: number;
  readonly status: number;
  readonly orderId?: string;
  readonly problem?: { readonly type: string; readonly detail: string };
}

export const orderLine = (orderId: string, more: object = {}) =>
  JSON.stringify({ ...anOrder().with({ orderId }).build(), ...more });

/** Sends a batch, until it is answered. */
export async function sendBatch(
  endpoint: () => string,
  key: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const sent = { 'content-type': 'application/jsonl', 'idempotency-key': key, ...headers };
  return asked(() => fetch(`${endpoint()}/batches`, { method: 'POST', headers: sent, body }));
}

export async function batchAt(endpoint: () => string, location: string): Promise<BatchStanding> {
  return (await asked(() => fetch(`${endpoint()}${location}`))).json() as Promise<BatchStanding>;
}

export async function resultOf(endpoint: () => string, location: string): Promise<readonly ResultLine[]> {
  const answer = await asked(() => fetch(`${endpoint()}${location}/result`));
  const text = await answer.text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Asks again where nobody answers, as of a server that was killed. */
async function asked(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer && answer.status !== 503) return answer;
    await new Promise((again) => setTimeout(again, 200));
  }
}
