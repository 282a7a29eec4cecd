import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Switchboard } from '../faults/switchboard.ts';
import { misbehave } from './misbehave.ts';
import type { Answer, PlainRequest, ReadOperation } from './operation.ts';
import { readPlainRequest } from './read-plain-request.ts';
import { runOperation, type SteppedLedger } from './run-operation.ts';
import { sendJson } from './send-json.ts';
import { serveMagic } from './serve-magic.ts';
import { serveSwitchboard } from './serve-switchboard.ts';

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
  readonly tellsSilence: boolean;
  readonly read: ReadOperation;
  readonly showLedger: () => object;
  readonly repair: () => void;
}

/** Serves a ledger on a free port of loopback, with the switchboard between the world and it. */
export async function serveSimulator(parts: SimulatorParts): Promise<Simulator> {
  const hosts = new Set<string>();
  const server = createServer((request, response) => {
    serve(request, response, hosts, parts).catch((problem: NodeJS.ErrnoException) => {
      // Who left before the end of the request wants no answer.
      if (problem.code === 'ECONNRESET' || problem.code === 'ECONNABORTED') return;
      console.error(`${parts.layer}:`, problem);
      if (response.headersSent) response.destroy();
      else sendJson(response, { status: 500, body: { error: 'internal' } });
    });
  });
  await new Promise<void>((ready, failed) => server.on('error', failed).listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  for (const name of ['127.0.0.1', 'localhost']) hosts.add(`${name}:${port}`);
  return {
    url: `http://127.0.0.1:${port}`,
    switchboard: parts.switchboard,
    async close() {
      if (!server.listening) return;
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      parts.ledger.close();
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  hosts: ReadonlySet<string>,
  parts: SimulatorParts,
): Promise<void> {
  const plain = await readPlainRequest(request, hosts);
  if ('status' in plain) {
    // What was not read of the body would be taken for the next request.
    response.setHeader('connection', 'close');
    return sendJson(response, plain);
  }
  const page = servePage(plain, parts);
  if (page) return sendJson(response, page);
  const operation = parts.read(plain);
  if (operation === undefined) return sendJson(response, { status: 404, body: { error: 'no-such-path' } });
  if ('problem' in operation)
    return sendJson(response, { status: 400, body: { error: 'bad-request', detail: operation.problem } });
  const { fault, answer } = runOperation(operation, parts);
  misbehave(fault, { request, response, tellsSilence: parts.tellsSilence }, answer);
}

function servePage(plain: PlainRequest, { switchboard, showLedger, repair }: SimulatorParts): Answer | undefined {
  const [page, ...rest] = plain.path;
  if (rest.length > 0) return undefined;
  if (page === '_faults') return serveSwitchboard(switchboard, plain);
  if (page === '_magic') return serveMagic(repair, plain);
  if (page === '_ledger' && plain.method === 'GET') return { status: 200, body: showLedger() };
  return undefined;
}
