import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultName } from '../faults/faults.ts';
import type { Answer } from './operation.ts';

/** How a simulator with `tellsSilence` says that no more of an answer will ever come (RFC 2518, section 10.1). */
export const silence = { status: 102, header: 'x-never-ends' } as const;

const retryAfterSeconds = 1;
const dripMs = 20;
const json = { 'content-type': 'application/json' };

const failure = (status: number, error: string): Answer => ({ status, body: { error } });

const failures: Partial<Record<FaultName, Answer>> = {
  unavailable: failure(503, 'unavailable'),
  'rate-limited': failure(429, 'rate-limited'),
  'error-before': failure(500, 'internal'),
  'error-after': failure(500, 'internal'),
  'error-replayed': failure(500, 'internal'),
};

/** Never answered: the connection stays open until the client, or the end of the simulator, closes it. */
const silent: ReadonlySet<FaultName> = new Set(['timeout-before', 'timeout-after-success', 'lands-late']);

/** A call as it is answered. */
interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly tellsSilence: boolean;
}

/** Answers as the fault says, or rightly without one. `answer` is undefined when the fault stood before the ledger. */
export function misbehave(
  fault: FaultName | undefined,
  { request, response, tellsSilence }: Call,
  answer: Answer = failure(500, 'internal'),
): void {
  if (fault !== undefined && silent.has(fault)) {
    if (tellsSilence) response.writeProcessing();
    return;
  }
  if (fault === 'rate-limited') response.setHeader('retry-after', retryAfterSeconds);
  if (fault === 'cut-before' || fault === 'cut-after') request.socket.destroy();
  else if (fault === 'slow-drip') drip(response, answer, tellsSilence);
  else if (fault === 'malformed') response.writeHead(answer.status, json).end('{"key":');
  else sendJson(response, (fault && failures[fault]) ?? distort(fault, answer));
}

/** White space before JSON is part of it: whoever waits for the end reads on and on. */
function drip(response: ServerResponse, { status }: Answer, tellsSilence: boolean): void {
  response.writeHead(status, { ...json, ...(tellsSilence && { [silence.header]: 'true' }) });
  const drops = setInterval(() => response.write(' '), dripMs);
  response.on('close', () => clearInterval(drops));
}

function distort(fault: FaultName | undefined, answer: Answer): Answer {
  if (fault === 'wrong-shape') return { ...answer, body: { data: { ok: true } } };
  const body = answer.body as { readonly amount?: { readonly amount: number }; readonly service?: string };
  if (fault === 'wrong-amount' && body.amount)
    return { ...answer, body: { ...body, amount: { ...body.amount, amount: body.amount.amount + 1 } } };
  if (fault === 'wrong-service' && body.service)
    return { ...answer, body: { ...body, service: body.service === 'Freight' ? 'Standard' : 'Freight' } };
  return answer;
}

export function sendJson(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    // Without it the answer goes out in chunks, which takes both ends longer.
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
