import type { IncomingMessage, ServerResponse } from 'node:http';

/** So long somebody who is turned away may go on sending before the connection is cut. */
const lingerMs = 2_000;

/**
 * Answers without having read the body, in the shape of AWS's JSON errors, and closes the connection: what was not read
 * would be taken for the next request. What still comes is thrown away, since a connection that is cut while somebody
 * sends loses the answer.
 */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  name: string,
  message: string,
): void {
  const body = JSON.stringify({ __type: name, message });
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.write(body);
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, lingerMs).unref();
  if (request.complete) end();
  else request.once('end', end).once('close', end).resume();
}
