import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { functionBundle } from '../../test/function-bundle.ts';
import { startLambdaHost } from './lambda-host.ts';
import { virtualLimits } from './virtual-limits.ts';

const silence = { status: 102, header: 'x-never-ends' };

/** Asks at each of the addresses in turn, as long as its limit says, and tells what came of it. */
const source = `import { request } from 'node:http';
  const ask = ({ url, limitMs }) => new Promise((done) => {
    const signal = limitMs === undefined ? undefined : AbortSignal.timeout(limitMs);
    const lost = () => done(signal?.aborted ? 'gave up: ' + signal.reason.name : 'lost');
    request(url, { agent: false, signal }, (response) => {
      response.on('error', lost).on('data', () => {}).on('end', () => done('answered'));
    }).on('error', lost).end();
  });
  export async function handler(calls, { getRemainingTimeInMillis }) {
    const came = [];
    for (const call of calls) came.push(await ask(call));
    return { came, left: getRemainingTimeInMillis() };
  }`;

const listeners: Readonly<Record<string, RequestListener>> = {
  '/answers': (_, response) => response.end('{}'),
  '/silent': (_, response) => response.writeProcessing(),
  '/drips': (_, response) => {
    response.writeHead(200, { [silence.header]: 'true' });
    response.write(' ');
  },
  '/slow': (_, response) => setTimeout(() => response.end('{}'), 60),
};

async function invoke(calls: readonly { readonly path: string; readonly limitMs?: number }[]) {
  const server = createServer((request, response) => listeners[request.url ?? '']?.(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const host = startLambdaHost([functionBundle(source, { timeoutSeconds: 20 })], { silence });
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await host.close();
  });
  const { port } = server.address() as AddressInfo;
  return host.invoke(
    'probe',
    calls.map(({ path, limitMs }) => ({ url: `http://127.0.0.1:${port}${path}`, limitMs })),
  );
}

describe(virtualLimits, () => {
  it.each(['/silent', '/drips'])(
    'gives up a call at once that is never answered, and says how long that took: %s',
    async (path) => {
      expect(await invoke([{ path, limitMs: 5_000 }])).toEqual({
        kind: 'returned',
        payload: { came: ['gave up: TimeoutError'], left: 15_000 },
        waitedMs: 5_000,
      });
    },
  );

  it('does not count the limits of calls that were answered', async () => {
    const calls = [
      { path: '/answers', limitMs: 3_000 },
      { path: '/silent', limitMs: 5_000 },
      { path: '/answers', limitMs: 5_000 },
      { path: '/silent', limitMs: 7_000 },
    ];
    expect(await invoke(calls)).toMatchObject({
      payload: { came: ['answered', 'gave up: TimeoutError', 'answered', 'gave up: TimeoutError'] },
      waitedMs: 12_000,
    });
  });

  it('never gives up because an answer is slow', async () => {
    const result = await invoke([{ path: '/slow', limitMs: 1 }]);
    expect(result).toEqual({ kind: 'returned', payload: { came: ['answered'], left: 20_000 } });
  });

  it.each([
    ['without a limit', [{ path: '/silent' }]],
    ['with a limit that is longer', [{ path: '/silent', limitMs: 21_000 }]],
    ['with several', Array.from({ length: 3 }, () => ({ path: '/silent', limitMs: 7_000 }))],
  ])('ends a function at its own time-out that waits for a silent service %s', async (_, calls) => {
    const errorMessage = expect.stringMatching(/ Error: Task timed out after 20\.00 seconds$/);
    const error = { errorType: 'Sandbox.Timedout', errorMessage };
    expect(await invoke(calls)).toEqual({ kind: 'failed', error, waitedMs: 20_000 });
  });

  it('says FunctionStalled, and nothing of a time-out, of a function of which this machine hears nothing for 300 s', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const stalling = `export const handler = () => { console.log('at work'); return new Promise(() => {}); };`;
    const atWork = Promise.withResolvers<void>();
    const log = (_: string, text: string) => void (text === 'at work\n' && atWork.resolve());
    const host = startLambdaHost([functionBundle(stalling, { timeoutSeconds: 20 })], { silence, log });
    onTestFinished(() => host.close());
    const answer = host.invoke('probe', {});
    await atWork.promise;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(await answer).toEqual({
      kind: 'failed',
      error: {
        errorType: 'FunctionStalled',
        errorMessage: expect.stringMatching(/ Error: nothing heard for 300 s of this machine's time$/),
      },
    });
  });
});
