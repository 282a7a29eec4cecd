import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { exchangeJson, type JsonService } from './exchange-json.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

async function get(listener: RequestListener, limits: Partial<JsonService> = {}) {
  return exchangeJson({ url: await serve(listener), timeoutMs: 60_000, ...limits })({
    method: 'GET',
    path: 'things/1',
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

describe(exchangeJson, () => {
  it('sends JSON and the key below the address of the service', async () => {
    let seen: unknown;
    const url = await serve(async (request, response) => {
      const { method, url: path, headers } = request;
      seen = { method, path, key: headers['idempotency-key'], body: JSON.parse(await textOf(request)) };
      response.writeHead(201).end('{"id":"é"}');
    });
    const exchange = exchangeJson({ url, timeoutMs: 60_000 });
    const answer = await exchange({ method: 'POST', path: 'things', idempotencyKey: 'k-1', body: { name: 'ü' } });
    expect(seen).toEqual({ method: 'POST', path: '/api/things', key: 'k-1', body: { name: 'ü' } });
    expect(answer).toEqual({ kind: 'response', status: 201, body: { id: 'é' } });
  });

  it('names with a key, by the service’s own clock, the time after which it is to do nothing: half a day', async () => {
    const limits: unknown[] = [];
    const dates = ['Wed, 21 Oct 2026 07:28:00 GMT', undefined, 'soon', 'Thu, 22 Oct 2026 07:28:00 GMT', undefined];
    const url = await serve(async (request, response) => {
      limits.push(request.headers['not-after']);
      const date = dates.shift();
      response.sendDate = false;
      response.writeHead(200, date === undefined ? {} : { date }).end('{}');
    });
    const exchange = exchangeJson({ url, timeoutMs: 60_000 });
    const post = { method: 'POST', path: 'things', idempotencyKey: 'k-1', body: {} } as const;
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    for (const request of [post, post, post, post, { method: 'PUT', path: 'things/1' } as const, post]) {
      await exchange(request);
      vi.setSystemTime(Date.now() + 60_000);
    }
    // Neither what was said before the last answer counts nor this machine's own time, but that a minute has passed.
    expect(limits).toEqual([undefined, '2026-10-21T19:29:00.000Z', undefined, undefined, undefined, undefined]);
  });

  it('keeps a connection for the next request, and none that was idle for longer than a second', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const url = await serve((_, response) => response.end('{}'));
    let connections = 0;
    server?.on('connection', () => connections++);
    const exchange = exchangeJson({ url, timeoutMs: 60_000 });
    const connectionsAfter = async (milliseconds: number) => {
      // A connection is free in the turn after its answer.
      await new Promise(setImmediate);
      vi.setSystemTime(Date.now() + milliseconds);
      await exchange({ method: 'POST', path: 'things', body: {} });
      return connections;
    };
    expect([await connectionsAfter(0), await connectionsAfter(0), await connectionsAfter(1_000)]).toEqual([1, 1, 1]);
    expect([await connectionsAfter(1_001), await connectionsAfter(0)]).toEqual([2, 2]);
    // The clock of the day may be set back.
    expect(await connectionsAfter(-3_600_000)).toBe(3);
  });

  it('leaves a request alone that is under way for longer than a connection may be idle', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const waiting = Promise.withResolvers<void>();
    const url = await serve(async ({ url: path }, response) => {
      if (path === '/api/slow') await waiting.promise;
      response.end('{}');
    });
    const exchange = exchangeJson({ url, timeoutMs: 60_000 });
    const slow = exchange({ method: 'GET', path: 'slow' });
    await exchange({ method: 'GET', path: 'fast' });
    vi.setSystemTime(Date.now() + 10_000);
    await exchange({ method: 'GET', path: 'fast' });
    waiting.resolve();
    expect(await slow).toMatchObject({ kind: 'response', status: 200 });
  });

  it('reads Retry-After in seconds and ignores a date', async () => {
    const seconds = await get((_, response) => response.writeHead(429, { 'retry-after': '7' }).end('{}'));
    expect(seconds).toMatchObject({ status: 429, retryAfterSeconds: 7 });
    const date = { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' };
    expect(await get((_, response) => response.writeHead(429, date).end('{}'))).not.toHaveProperty('retryAfterSeconds');
  });

  it('gives a body that is not JSON as undefined', async () => {
    expect(await get((_, response) => response.end('<html>'))).toEqual({
      kind: 'response',
      status: 200,
      body: undefined,
    });
  });

  it('does not follow a redirect', async () => {
    const answer = await get((_, response) => response.writeHead(307, { location: '/elsewhere' }).end());
    expect(answer).toMatchObject({ kind: 'response', status: 307 });
  });

  it('waits exactly as long for an answer as it may', async () => {
    const limit = vi.spyOn(AbortSignal, 'timeout');
    onTestFinished(() => limit.mockRestore());
    await get((_, response) => response.end('{}'), { timeoutMs: 31_000 });
    expect(limit.mock.calls).toEqual([[31_000]]);
  });

  it('calls an answer that does not come in time lost', async () => {
    expect(await get(() => undefined, { timeoutMs: 50 })).toEqual({
      kind: 'lost',
      detail: 'no answer within 50 ms',
    });
  });

  it('calls an answer that drips too slowly lost', async () => {
    const answer = await get(
      (_, response) => {
        const drip = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(drip));
      },
      { timeoutMs: 100 },
    );
    expect(answer).toEqual({ kind: 'lost', detail: 'no answer within 100 ms' });
  });

  it('calls an answer that is cut before or within its body lost', async () => {
    const before = await get((request) => request.socket.destroy());
    expect(before).toEqual({ kind: 'lost', detail: 'the connection broke (ECONNRESET)' });
    const within = await get((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id"', () => request.socket.destroy());
    });
    expect(within).toEqual({ kind: 'lost', detail: 'the connection broke (ECONNRESET)' });
  });

  it('reads no more of an answer than it may', async () => {
    const answer = await get((_, response) => response.end(`"${'x'.repeat(200)}"`), { maxBytes: 100 });
    expect(answer).toEqual({ kind: 'lost', detail: 'the answer is longer than 100 bytes' });
  });

  it('knows that nothing was sent when nobody listens', async () => {
    const url = await serve(() => undefined);
    await new Promise((closed) => server?.close(closed));
    const answer = await exchangeJson({ url, timeoutMs: 60_000 })({ method: 'GET', path: 'x' });
    expect(answer).toEqual({ kind: 'not-sent', detail: 'no connection (ECONNREFUSED)' });
  });
});

describe('a service that asks for a credential', () => {
  /** A credential that counts how often it is forgotten. */
  function credential(read: () => Promise<string>) {
    const given = { read, forgotten: 0, forget: () => void given.forgotten++ };
    return given;
  }

  /** Answers with this status, and tells what it was shown. */
  async function guarded(status: number) {
    const shown: (string | undefined)[] = [];
    const url = await serve(({ headers }, response) => {
      shown.push(headers.authorization);
      response.writeHead(status).end('{}');
    });
    return { url, shown };
  }

  it.each([
    [200, 0],
    [401, 1],
    [403, 0],
    [500, 0],
  ])('is shown it, and answers %i: forgotten %i times', async (status, forgotten) => {
    const { url, shown } = await guarded(status);
    const kept = credential(async () => 'key-1');
    const answer = await exchangeJson({ url, timeoutMs: 60_000, credential: kept })({ method: 'GET', path: 'x' });
    expect(answer).toMatchObject({ kind: 'response', status });
    expect(shown).toEqual(['Bearer key-1']);
    expect(kept.forgotten).toBe(forgotten);
  });

  it('is sent nothing when there is none, and the detail is no more than the name of the reason', async () => {
    const { url, shown } = await guarded(200);
    const kept = credential(async () => {
      throw Object.assign(new Error('no secret called key-1'), { name: 'ResourceNotFoundException' });
    });
    const answer = await exchangeJson({ url, timeoutMs: 60_000, credential: kept })({ method: 'POST', path: 'x' });
    const detail = 'the credential could not be read (ResourceNotFoundException)';
    expect(answer).toEqual({ kind: 'not-sent', detail });
    expect(shown).toEqual([]);
  });

  it('is shown nothing unless a credential is given', async () => {
    const { url, shown } = await guarded(200);
    await exchangeJson({ url, timeoutMs: 60_000 })({ method: 'GET', path: 'x' });
    expect(shown).toEqual([undefined]);
  });
});
