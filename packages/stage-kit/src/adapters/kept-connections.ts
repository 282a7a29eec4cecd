import type { Agent } from 'node:http';
import type { Socket } from 'node:net';
import { httpModule } from './exchange-http.ts';

/**
 * How long a connection waits for its next request, in milliseconds. A service keeps one for longer; one that slept while a function was
 * frozen is dead, and its failure would look like a lost answer.
 */
const idleMs = 1_000;

/** Gives the agent of a service's next request, which has no connection that has been idle for too long by the clock of the day. */
export function keptConnections(url: URL): () => Agent {
  const idleSince = new WeakMap<object, number>();
  let agent: Agent | undefined;

  function open(): Agent {
    const { Agent } = httpModule(url);
    return new Agent({ keepAlive: true }).on('free', (socket: Socket) => idleSince.set(socket, Date.now()));
  }

  return () => {
    agent ??= open();
    for (const socket of Object.values(agent.freeSockets).flatMap((sockets = []) => sockets))
      if (!(Math.abs(Date.now() - (idleSince.get(socket) ?? Number.NaN)) <= idleMs)) socket.destroy();
    return agent;
  };
}
