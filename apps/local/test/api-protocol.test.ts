import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { apiWorld } from './api-world.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What goes over the wire, as any program or page may send it. */

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ virtualLimits: true });
});
afterAll(() => platform.close());

const listing = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'AWSStepFunctions.ListStateMachines',
};

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string | undefined>;
  readonly body?: string | Buffer;
}

/** Sends a request as it stands: no client tidies its path or its headers. */
async function send(url: string, { method = 'POST', path = '/', headers = {}, body = '{}' }: Sent) {
  const { port } = new URL(url);
  const defined = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  const sent = request({ host: '127.0.0.1', port, method, path, headers: defined });
  sent.end(method === 'GET' ? undefined : body);
  const [response] = await new Promise<[import('node:http').IncomingMessage]>((resolve, reject) =>
    sent.on('response', (given) => resolve([given])).on('error', reject),
  );
  const answered = await text(response);
  const isJson = /json/.test(response.headers['content-type'] ?? '');
  return { status: response.statusCode, headers: response.headers, body: isJson ? JSON.parse(answered) : answered };
}

describe('the protocol', () => {
  it('is AWS JSON 1.0: seconds since the epoch, and a request id', async () => {
    const { url } = await apiWorld(platform);
    const { status, headers, body } = await send(url, { headers: listing });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const { synthesizedAt } = platform.assembly.stateMachine;
    expect(body.stateMachines[0].creationDate).toBe(synthesizedAt.getTime() / 1000);
  });

  it.each<[string, Sent, string, RegExp]>([
    ['no target', { headers: { 'x-amz-target': undefined } }, 'UnknownOperationException', /expected AWSStepFunctions/],
    [
      'another service',
      { headers: { 'x-amz-target': 'AmazonSQS.SendMessage' } },
      'UnknownOperationException',
      /expected AWSStepFunctions/,
    ],
    [
      'an odd target',
      { headers: { 'x-amz-target': 'AWSStepFunctions.<b>' } },
      'UnknownOperationException',
      /is no operation that is answered here$/,
    ],
    [
      'an inherited name',
      { headers: { 'x-amz-target': 'AWSStepFunctions.constructor' } },
      'UnknownOperationException',
      /^'AWSStepFunctions\.constructor' is no operation/,
    ],
    ['a form', { headers: { 'content-type': 'text/plain' } }, 'SerializationException', /application\/x-amz-json-1\.0/],
    ['no JSON', { body: '{' }, 'SerializationException', /not JSON/],
    ['no UTF-8', { body: Buffer.from([0x22, 0xff, 0x22]) }, 'SerializationException', /not JSON in UTF-8/],
    [
      'a number that would be changed',
      { body: '{"maxResults":1e999}' },
      'SerializationException',
      /^The body cannot be read as it stands: line 1, column 15: maxResults: this number would be changed/,
    ],
    [
      'a key that stands twice',
      { body: '{"maxResults":1,\n"maxResults":2}' },
      'SerializationException',
      /line 2, column 1: maxResults: this key stands twice/,
    ],
    ['a list', { body: '[]' }, 'SerializationException', /not a JSON object/],
    [
      'a field that is none',
      { body: '{"max":1}' },
      'ValidationException',
      /^ListStateMachines: request: unknown key "max"$/,
    ],
    [
      'a wrong type',
      { body: '{"maxResults":"5"}' },
      'ValidationException',
      /^ListStateMachines: maxResults: given "5", expected a number/,
    ],
  ])('refuses %s by name', async (_, sent, name, message) => {
    const { url } = await apiWorld(platform);
    const { status, body } = await send(url, { ...sent, headers: { ...listing, ...sent.headers } });
    expect({ status, body }).toEqual({ status: 400, body: { __type: name, message: expect.stringMatching(message) } });
  });

  it('refuses a body above 1 MiB, announced or not', async () => {
    const { url } = await apiWorld(platform);
    const body = JSON.stringify({ nextToken: 'x'.repeat(1024 * 1024) });
    for (const more of [{ 'content-length': String(body.length) }, { 'transfer-encoding': 'chunked' }])
      expect(await send(url, { headers: { ...listing, ...more }, body })).toMatchObject({
        status: 413,
        body: { __type: 'SerializationException' },
      });
  });

  it('has nothing elsewhere', async () => {
    const { url } = await apiWorld(platform);
    for (const sent of [{ path: '/x' }, { method: 'GET', path: '/x' }, { method: 'PUT' }])
      expect((await send(url, { ...sent, headers: listing })).status).toBe(404);
  });
});

describe('a stranger', () => {
  it.each(['example.com', '127.0.0.1.example.com', 'localhost.example.com:80', '192.168.0.1', '0.0.0.0'])(
    'by the host name "%s" is turned away',
    async (host) => {
      const { url } = await apiWorld(platform);
      expect(await send(url, { headers: { ...listing, host } })).toMatchObject({
        status: 403,
        body: { message: expect.stringMatching(/^Host: expected a loopback address/) },
      });
    },
  );

  it.each(['http://example.com', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1:PORT', 'http://localhost:PORT'])(
    'from the page %s is turned away',
    async (origin) => {
      const { url } = await apiWorld(platform);
      const { port } = new URL(url);
      const given = { ...listing, origin: origin.replace('PORT', port), host: `127.0.0.1:${port}` };
      expect(await send(url, { headers: given })).toMatchObject({
        status: 403,
        body: { message: expect.stringMatching(/^Origin: /) },
      });
    },
  );

  it.each(['127.0.0.1', 'localhost', '[::1]'])('is nobody who comes by %s, from a page of it', async (name) => {
    const { url } = await apiWorld(platform);
    const host = `${name}:${new URL(url).port}`;
    expect((await send(url, { headers: { ...listing, host, origin: `http://${host}` } })).status).toBe(200);
  });
});

describe('GET /', () => {
  it('tells how to call the API where no console is built', async () => {
    const { url } = await apiWorld(platform, { consoleFolder: temporaryFolder() });
    const { status, headers, body } = await send(url, { method: 'GET' });
    expect({ status, body }).toEqual({ status: 200, body: expect.stringContaining('aws stepfunctions') });
    expect(headers['content-type']).toMatch(/^text\/plain/);
  });

  async function withConsole() {
    const folder = temporaryFolder();
    const dist = join(folder, 'dist');
    mkdirSync(join(dist, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Console</title>');
    writeFileSync(join(dist, 'assets', 'index-1a2b.js'), 'export {};');
    writeFileSync(join(dist, 'assets', 'index-1a2b.css'), 'body {}');
    writeFileSync(join(dist, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    return { ...(await apiWorld(platform, { consoleFolder: dist })), dist };
  }

  it.each([
    ['/', /^text\/html/, 'Console', 'no-cache'],
    ['/index.html', /^text\/html/, 'Console', 'no-cache'],
    ['/assets/index-1a2b.js', /^text\/javascript/, 'export', 'public, max-age=31536000, immutable'],
    ['/assets/index-1a2b.css', /^text\/css/, 'body', 'public, max-age=31536000, immutable'],
    ['/icon.svg', /^image\/svg\+xml/, 'svg', 'no-cache'],
  ])('serves the console: %s', async (path, type, content, caching) => {
    const { url } = await withConsole();
    const { status, headers, body } = await send(url, { method: 'GET', path });
    expect({ status, body }).toEqual({ status: 200, body: expect.stringContaining(content) });
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(type),
      'cache-control': caching,
      'x-content-type-options': 'nosniff',
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/);
    for (const none of ['base-uri', 'form-action', 'frame-ancestors']) expect(policy).toContain(`${none} 'none'`);
    expect(policy).not.toContain('unsafe');
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%252e%252e/secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '//secret.txt',
  ])('shows nothing beside it: %s', async (path) => {
    const { url } = await withConsole();
    const { status, body } = await send(url, { method: 'GET', path });
    expect(JSON.stringify(body)).not.toContain('"secret"');
    expect(status).toBe(404);
  });

  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['identity', undefined],
  ])('sends what is large compressed to a browser that takes it: %s', async (accepted, encoding) => {
    const { url, dist } = await withConsole();
    const script = `export const text = '${'as long as a real one '.repeat(2_000)}';`;
    writeFileSync(join(dist, 'assets', 'large-3c4d.js'), script);
    const response = await fetch(new URL('/assets/large-3c4d.js', url), { headers: { 'accept-encoding': accepted } });
    expect(response.headers.get('content-encoding') ?? undefined).toBe(encoding);
    expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(await response.text()).toBe(script);
  });

  it.each(['/nothing', '/executions/order-1', '/assets/gone-9z.js', '/favicon.ico'])(
    'tells a reader in HTML that there is nothing at %s, and where to go, with the console or without',
    async (path) => {
      const withoutConsole = await apiWorld(platform, { consoleFolder: temporaryFolder() });
      for (const { url } of [await withConsole(), withoutConsole]) {
        const { status, headers, body } = await send(url, { method: 'GET', path });
        expect({ status, body }).toEqual({ status: 404, body: expect.stringContaining('<a href="/#/executions">') });
        expect(headers['content-type']).toMatch(/^text\/html/);
        expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
      }
    },
  );

  it.each([
    ['POST', '/nothing', {}],
    ['GET', '/_local/nothing', {}],
    ['GET', '/nothing', { accept: 'application/json' }],
  ])('tells a program in JSON: %s %s', async (method, path, headers) => {
    const { url } = await withConsole();
    expect(await send(url, { method, path, headers })).toMatchObject({
      status: 404,
      body: { __type: 'ResourceNotFoundException' },
    });
  });

  it('still answers the API', async () => {
    const { url } = await withConsole();
    expect((await send(url, { headers: listing })).status).toBe(200);
  });
});
