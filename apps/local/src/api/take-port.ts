import { getRequestListener } from '@hono/node-server';
import { openHttpListener, usualMostBytes } from '@order-workflow/simulators';

/** A port of loopback, taken before there is anything behind it. */
export interface TakenPort {
  /** `http://127.0.0.1:8083` */
  readonly url: string;
  /** From now on requests are answered so; before, with 503. */
  open(answer: (request: Request) => Response | Promise<Response>): void;
  close(): Promise<void>;
}

/** The longest body of a batch, in bytes: some more than the order API takes, so that it says so itself. */
const mostBatchBytes = 5 * 1024 * 1024;

/**
 * Takes a port of the loopback address for the API; 0 lets the system choose.
 *
 * @throws PortUnusable
 */
export async function takePort(port: number): Promise<TakenPort> {
  try {
    const { url, open, close } = await openHttpListener({
      port,
      mostBytes: ({ url: path }) => (path === '/batches' ? mostBatchBytes : usualMostBytes),
    });
    return { url, open: (answer) => open(getRequestListener(answer)), close };
  } catch (problem) {
    throw describe(problem, port);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'this user may not listen there',
};

function describe(problem: unknown, port: number): unknown {
  const reason = problem instanceof Error && 'code' in problem ? reasons[String(problem.code)] : undefined;
  if (reason === undefined) return problem;
  return new PortUnusable(`Port ${port} cannot be used: ${reason}. Choose another with --port; 0 is any that is free`);
}

/** The port that was asked for cannot be listened on. */
class PortUnusable extends Error {
  override readonly name = 'PortUnusable';
}
