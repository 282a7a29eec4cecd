import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { CustomerMessage } from '../messages/message-log.ts';
import { post } from './post.ts';

/** What goes wrong with a call to publish: the topic cannot be reached, or its answer is lost. */
export type TopicFault = 'down' | 'answer-lost';

interface TopicGateOptions {
  /** Address of SNS behind the gate. */
  readonly endpoint: string;
  /** Gets every message that a topic took, before its publisher is told. */
  readonly onPublished: (message: CustomerMessage) => void;
  /** What goes wrong with the next call to publish. */
  readonly takeFault: () => TopicFault | undefined;
}

/** Stands before SNS on a free port of loopback: sees what is published, and lets it fail where that is asked for. */
export async function openTopicGate(options: TopicGateOptions) {
  const server = createServer((request, response) => {
    pass(request, response, options).catch(() => response.destroy());
  });
  await new Promise<void>((ready, failed) => server.on('error', failed).listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  { endpoint, onPublished, takeFault }: TopicGateOptions,
): Promise<void> {
  const body = await text(request);
  const form = new URLSearchParams(body);
  const fault = form.get('Action') === 'Publish' ? takeFault() : undefined;
  if (fault === 'down') return void request.socket.destroy();
  const headers = { 'content-type': request.headers['content-type'] ?? 'application/x-www-form-urlencoded' };
  const answer = await post(endpoint + (request.url ?? ''), headers, body);
  if (answer.status === 200 && form.get('Action') === 'Publish') onPublished(readMessage(form));
  if (fault === 'answer-lost') return void request.socket.destroy();
  response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body);
}

/** SNS API reference, Publish: a list's entries are numbered from 1. */
function readMessage(form: URLSearchParams): CustomerMessage {
  const attributes: Record<string, string> = {};
  for (let entry = 1; form.has(`MessageAttributes.entry.${entry}.Name`); entry++) {
    const at = `MessageAttributes.entry.${entry}`;
    attributes[form.get(`${at}.Name`) ?? ''] = form.get(`${at}.Value.StringValue`) ?? '';
  }
  return { subject: form.get('Subject') ?? '', text: form.get('Message') ?? '', attributes };
}
