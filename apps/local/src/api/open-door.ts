import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { PortUnusable } from './port-unusable.ts';

/** A port of loopback that is ours, before there is anything behind it. */
export interface Door {
  /** `http://127.0.0.1:8083` */
  readonly url: string;
  /** From now on requests are answered so; before, with 503. */
  open(answer: (request: Request) => Response | Promise<Response>): void;
  close(): Promise<void>;
}

/**
 * Takes a port of the loopback address; 0 lets the system choose.
 *
 * @throws PortUnusable
 */
export async function openDoor(port: number): Promise<Door> {
  let answer: (request: Request) => Response | Promise<Response> = () =>
    new Response('Not ready yet: try again in a second.\n', { status: 503, headers: { 'retry-after': '1' } });
  const server = createAdaptorServer({ fetch: (request) => answer(request) }) as Server;
  await new Promise<void>((ready, failed) => {
    server.once('error', (problem: NodeJS.ErrnoException) => failed(describe(problem, port)));
    server.listen(port, '127.0.0.1', ready);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open(given) {
      answer = given;
    },
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'this user may not listen there',
};

function describe(problem: NodeJS.ErrnoException, port: number): Error {
  const reason = reasons[problem.code ?? ''];
  if (reason === undefined) return problem;
  return new PortUnusable(`Port ${port} cannot be used: ${reason}. Choose another with --port; 0 is any that is free`);
}
