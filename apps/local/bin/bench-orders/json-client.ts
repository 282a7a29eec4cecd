import { Agent, request } from 'node:http';

/** A request over a connection that is kept. A form goes out as a form, any other body as JSON. */
export interface JsonRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface JsonClient {
  call(asked: JsonRequest): Promise<{ readonly status: number; readonly text: string }>;
  close(): void;
}

/** A client that keeps its connections, and costs less of the machine that is measured than the usual ones. */
export function jsonClient(): JsonClient {
  const agent = new Agent({ keepAlive: true });
  const call: JsonClient['call'] = ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      const isForm = body instanceof URLSearchParams;
      const sent = body === undefined ? '' : isForm ? body.toString() : JSON.stringify(body);
      const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
      const size = { 'content-type': type, 'content-length': Buffer.byteLength(sent) };
      const options = { method, agent, headers: { ...(body && size), ...headers } };
      const asked = request(url, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      });
      asked.on('error', reject);
      asked.end(sent);
    });
  return { call, close: () => agent.destroy() };
}
