import type { ServerResponse } from 'node:http';
import type { Switchboard } from '../faults/switchboard.ts';
import { type AdmittedRequest, openHttpListener } from '../listener/http-listener.ts';
import { misbehave, sendJson } from './misbehave.ts';
import type { Answer, Operation, PlainRequest, ReadOperation } from './operation.ts';
import { runOperation, type SteppedLedger } from './run-operation.ts';
import { serveSwitchboard } from './serve-switchboard.ts';
import type { OnCall } from './simulator-options.ts';

/** A simulated service that runs on this machine. */
export interface Simulator {
  /** `http://127.0.0.1:49152` */
  readonly url: string;
  readonly switchboard: Switchboard;
  /** Cuts the connections that still wait for an answer, and closes the ledger's file. */
  close(): Promise<void>;
}

interface SimulatorParts {
  readonly layer: 'gateway' | 'carrier';
  readonly ledger: SteppedLedger & { close(): void };
  readonly switchboard: Switchboard;
  /** Its own time, in milliseconds since the epoch. */
  readonly now: () => number;
  readonly tellsSilence: boolean;
  readonly onCall: OnCall | undefined;
  readonly read: ReadOperation;
  readonly showLedger: () => object;
  readonly repair: () => void;
  readonly onDefect?: (problem: unknown) => void;
}

/** The longest body: no call of these interfaces is near it. */
const mostBytes = 64 * 1024;

/** Serves a ledger on a free port of loopback, with the switchboard between the world and it. */
export async function serveSimulator(parts: SimulatorParts): Promise<Simulator> {
  const { onDefect = (problem) => console.error(`${parts.layer}:`, problem) } = parts;
  const { url, open, close } = await openHttpListener({ mostBytes: () => mostBytes });
  open((request, response) => {
    serve(request, response, parts).catch((problem: unknown) => {
      onDefect(problem);
      if (response.headersSent) response.destroy();
      else sendJson(response, { status: 500, body: { error: 'internal' } });
    });
  });
  let closed = false;
  return {
    url,
    switchboard: parts.switchboard,
    async close() {
      if (closed) return;
      closed = true;
      await close();
      parts.ledger.close();
    },
  };
}

async function serve(request: AdmittedRequest, response: ServerResponse, parts: SimulatorParts): Promise<void> {
  const plain = readPlainRequest(request);
  const operation = 'status' in plain ? plain : (servePage(plain, parts) ?? readOperation(plain, parts));
  if ('status' in operation) {
    sendJson(response, operation);
  } else {
    await parts.onCall?.({ call: operation.call, key: operation.key, body: plain.body });
    const { fault, answer } = runOperation(operation, parts);
    // Whoever asks learns what time it is here, as from any server (RFC 9110, section 6.6.1).
    response.setHeader('date', new Date(parts.now()).toUTCString());
    misbehave(fault, { request, response, tellsSilence: parts.tellsSilence }, answer);
  }
}

function readOperation(plain: PlainRequest, { read }: SimulatorParts): Operation | Answer {
  if (Number.isNaN(plain.notAfter)) return { status: 400, body: { error: 'bad-request', detail: 'Not-After' } };
  const operation = read(plain);
  if (operation === undefined) return { status: 404, body: { error: 'no-such-path' } };
  if ('problem' in operation) return { status: 400, body: { error: 'bad-request', detail: operation.problem } };
  return operation;
}

function servePage(plain: PlainRequest, { switchboard, showLedger, repair }: SimulatorParts): Answer | undefined {
  const [page, ...rest] = plain.path;
  if (rest.length > 0) return undefined;
  if (page === '_faults') return serveSwitchboard(switchboard, plain);
  if (page === '_magic') return serveMagic(repair, plain);
  if (page === '_ledger' && plain.method === 'GET') return { status: 200, body: showLedger() };
  return undefined;
}

/** What magic values left in a ledger, over HTTP. DELETE voids it, as when somebody has repaired the service. */
function serveMagic(repair: () => void, { method }: PlainRequest): Answer {
  if (method !== 'DELETE') return { status: 405, body: { error: 'method-not-allowed' } };
  repair();
  return { status: 200, body: {} };
}

/**
 * Reads a request, or says how it is turned away. A body must be declared as JSON, which a page of another origin may not
 * send without being asked.
 */
function readPlainRequest({ method = '', url = '', headers, rawBody }: AdmittedRequest): PlainRequest | Answer {
  const path = segments(url);
  if (path === undefined) return refuse(400, 'bad-path');
  const key = headers['idempotency-key'];
  const limit = headers['not-after'];
  const notAfter = limit === undefined ? undefined : Date.parse(String(limit));
  const plain = { method, path, idempotencyKey: Array.isArray(key) ? key[0] : key, notAfter };
  if (rawBody.length === 0) return { ...plain, body: undefined };
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return refuse(415, 'body-not-json');
  try {
    return { ...plain, body: JSON.parse(rawBody.toString('utf8')) };
  } catch {
    return refuse(400, 'body-not-json');
  }
}

function refuse(status: number, error: string): Answer {
  return { status, body: { error } };
}

function segments(url: string): string[] | undefined {
  try {
    return url.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
