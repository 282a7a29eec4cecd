import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An e-mail as SendEmail asked for it. */
export interface AskedEmail {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly FromEmailAddress: string;
    readonly Destination: { readonly ToAddresses: readonly string[] };
    readonly Content: {
      readonly Simple: {
        readonly Subject: { readonly Data: string };
        readonly Body: { readonly Text: { readonly Data: string }; readonly Html: { readonly Data: string } };
      };
    };
    readonly EmailTags: readonly { readonly Name: string; readonly Value: string }[];
    readonly ConfigurationSetName?: string;
  };
}

/** What SES does with the next e-mail, instead of taking it. */
export type SesMischief =
  | RequestListener
  | { readonly status: number; readonly type?: string; readonly message?: string };

/** SES's API on loopback: takes e-mails, or does what a test wants. */
export async function startSes() {
  const taken: AskedEmail[] = [];
  const mischief: SesMischief[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const next = mischief.shift();
    if (typeof next === 'function') return void next(request, response);
    if (next) {
      const headers = { 'content-type': 'application/json', ...(next.type && { 'x-amzn-errortype': next.type }) };
      return void response.writeHead(next.status, headers).end(JSON.stringify({ message: next.message }));
    }
    taken.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text) });
    response.end(JSON.stringify({ MessageId: `ses-${taken.length}` }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    /** What goes wrong, one e-mail after another. */
    misbehave: (...next: readonly SesMischief[]) => void mischief.push(...next),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
