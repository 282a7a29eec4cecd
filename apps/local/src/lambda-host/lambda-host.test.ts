import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { functionBundle } from '../../test/function-bundle.ts';
import type { LambdaFunction } from '../assembly/assembly.ts';
import { type LambdaHostOptions, startLambdaHost } from './lambda-host.ts';

function host(lambda: LambdaFunction, options?: LambdaHostOptions) {
  const started = startLambdaHost([lambda], options);
  onTestFinished(() => started.close());
  return { invoke: async (payload: unknown = {}) => started.invoke(lambda.arn, payload) };
}

const failure = (error: unknown) => ({ kind: 'failed', error });

const alwaysTime = () => () => true;

describe(startLambdaHost, () => {
  it('gives a handler the event and gives back what it returns', async () => {
    const { invoke } = host(functionBundle('export const handler = async (event) => ({ got: event.said });'));
    expect(await invoke({ said: 'hello' })).toEqual({ kind: 'returned', payload: { got: 'hello' } });
  });

  it('passes payloads as JSON, never as shared objects', async () => {
    const source = 'export const handler = (event) => ({ ...event, at: new Date(0), none: undefined, f() {} });';
    const { invoke } = host(functionBundle(source));
    const event = { nested: { n: 1 } };
    const result = await invoke(event);
    expect(result).toEqual({ kind: 'returned', payload: { nested: { n: 1 }, at: '1970-01-01T00:00:00.000Z' } });
    expect(event).toEqual({ nested: { n: 1 } });
  });

  it('returns null for a handler that returns nothing', async () => {
    const { invoke } = host(functionBundle('export const handler = async () => {};'));
    expect(await invoke()).toEqual({ kind: 'returned', payload: null });
  });

  it('finds a function by ARN, by name, and with a version or alias', async () => {
    const lambda = functionBundle('export const handler = async () => 1;');
    const started = startLambdaHost([lambda]);
    onTestFinished(() => started.close());
    for (const name of [lambda.arn, `${lambda.arn}:live`, 'probe', 'probe:7']) {
      expect(await started.invoke(name, {}), name).toEqual({ kind: 'returned', payload: 1 });
    }
    expect(started.invoke('arn:aws:lambda:us-east-1:000000000000:function:other', {})).toBeUndefined();
  });

  it('gives a function its own environment and nothing of this process', async () => {
    process.env['LEAK'] = 'from the host';
    onTestFinished(() => void delete process.env['LEAK']);
    const lambda = functionBundle('export const handler = async () => ({ ...process.env });', {
      environment: { TOPIC: 'arn:aws:sns:us-east-1:000000000000:topic' },
    });
    const { invoke } = host(lambda, { endpoints: { SNS: 'http://127.0.0.1:1' } });
    const result = await invoke();
    expect(result).toMatchObject({
      kind: 'returned',
      payload: {
        TOPIC: 'arn:aws:sns:us-east-1:000000000000:topic',
        AWS_REGION: 'us-east-1',
        AWS_LAMBDA_FUNCTION_NAME: 'probe',
        AWS_ENDPOINT_URL_SNS: 'http://127.0.0.1:1',
      },
    });
    expect(result).not.toHaveProperty('payload.LEAK');
    expect(result).not.toHaveProperty('payload.PATH');
    expect(result).not.toHaveProperty('payload.HOME');
    expect(result).not.toHaveProperty('payload.NODE_COMPILE_CACHE');
  });

  it('gives the handler a context', async () => {
    const source = `export const handler = async (_, context) => ({
      ...context, left: context.getRemainingTimeInMillis() });`;
    const { invoke } = host(functionBundle(source, { memoryMb: 256, timeoutSeconds: 900 }));
    const result = await invoke();
    expect(result).toMatchObject({
      payload: {
        functionName: 'probe',
        memoryLimitInMB: '256',
        awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
    const { left } = (result as { payload: { left: number } }).payload;
    expect(left).toBeGreaterThan(600_000);
    expect(left).toBeLessThanOrEqual(900_000);
  });

  it('reports a thrown error by its name, message and trace', async () => {
    const source = `class Declined extends Error { name = 'PaymentDeclined' }
      export const handler = async () => { throw new Declined('No funds.\\nNo card.'); };`;
    const result = await host(functionBundle(source)).invoke();
    expect(result).toMatchObject(failure({ errorType: 'PaymentDeclined', errorMessage: 'No funds.\nNo card.' }));
    expect(result).toHaveProperty('error.trace.0', 'PaymentDeclined: No funds.');
  });

  it.each([
    ["'a text'", { errorType: 'string', errorMessage: 'a text', trace: [] }],
    ['{ code: 1 }', { errorType: 'object', errorMessage: '[object Object]', trace: [] }],
    ['undefined', { errorType: 'undefined', errorMessage: 'undefined', trace: [] }],
  ])('reports what is no error by its type: throw %s', async (thrown, error) => {
    const { invoke } = host(functionBundle(`export const handler = async () => { throw ${thrown}; };`));
    expect(await invoke()).toEqual(failure(error));
  });

  it('reports a result that is no JSON', async () => {
    const { invoke } = host(functionBundle('export const handler = async () => { const a = {}; a.a = a; return a; };'));
    expect(await invoke()).toMatchObject(
      failure({ errorType: 'Error', errorMessage: 'Unable to stringify response body' }),
    );
  });

  it('reports an error while the bundle loads, and loads it anew the next time', async () => {
    const { invoke } = host(functionBundle("throw new TypeError('TOPIC: missing'); export const handler = 1;"));
    for (let time = 0; time < 2; time++) {
      expect(await invoke()).toMatchObject(failure({ errorType: 'TypeError', errorMessage: 'TOPIC: missing' }));
    }
  });

  it.each([
    ['lost.handler', 'Runtime.ImportModuleError', "Error: Cannot find module 'lost'"],
    ['index.lost', 'Runtime.HandlerNotFound', 'index.lost is undefined or not exported'],
  ])('reports a handler that is not there: %s', async (handler, errorType, errorMessage) => {
    const { invoke } = host(functionBundle('export const handler = async () => 1;', { handler }));
    expect(await invoke()).toMatchObject(failure({ errorType, errorMessage }));
  });

  it.each([
    ['waits for ever', 'await new Promise(() => {});'],
    ['never yields', 'while (true) {}'],
  ])('ends a function that %s at its time-out, and starts a fresh one after it', async (_, work) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const source = `let calls = 0; export const handler = async ({ stay }) => {
      calls++; if (stay) { console.log('at work'); ${work} } return calls; };`;
    const atWork = Promise.withResolvers<void>();
    const { invoke } = host(functionBundle(source, { timeoutSeconds: 60 }), {
      maxInstances: 1,
      log: (_, text) => void (text === 'at work\n' && atWork.resolve()),
    });
    expect(await invoke({ stay: false })).toEqual({ kind: 'returned', payload: 1 });
    const staying = invoke({ stay: true });
    await atWork.promise;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await staying).toEqual(
      failure({
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 60\.00 seconds$/),
      }),
    );
    expect(await invoke({ stay: false })).toEqual({ kind: 'returned', payload: 1 });
  });

  it('does not count the loading of the bundle against the time-out', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const gate = new BroadcastChannel('loading');
    onTestFinished(() => gate.close());
    const loading = new Promise((resolve) => gate.addEventListener('message', resolve, { once: true }));
    const source = `const gate = new BroadcastChannel('loading'); const opened = new Promise((r) => (gate.onmessage = r));
      gate.postMessage('loading'); await opened; gate.close(); export const handler = async () => 1;`;
    const { invoke } = host(functionBundle(source, { timeoutSeconds: 3 }));
    const answer = invoke();
    await loading;
    await vi.advanceTimersByTimeAsync(9_000);
    gate.postMessage('open');
    expect(await answer).toEqual({ kind: 'returned', payload: 1 });
  });

  it('ends a function that needs more memory than it has, and lets it have what it has', async () => {
    const source = `export const handler = async ({ megabytes }) => {
      const all = Array.from({ length: megabytes }, () => new Array(131_072).fill(1.5)); return all.length; };`;
    const small = host(functionBundle(source, { memoryMb: 64 }));
    expect(await small.invoke({ megabytes: 20 })).toEqual({ kind: 'returned', payload: 20 });
    expect(await small.invoke({ megabytes: 150 })).toMatchObject(
      failure({
        errorType: 'Runtime.ExitError',
        errorMessage: expect.stringMatching(
          /^RequestId: [0-9a-f-]{36} Error: Runtime exited with error: signal: killed$/,
        ),
      }),
    );
    const large = host(functionBundle(source, { memoryMb: 512 }));
    expect(await large.invoke({ megabytes: 150 })).toEqual({ kind: 'returned', payload: 150 });
  });

  it('does not use an instance that broke while it was idle', async () => {
    const source = `let calls = 0; export const handler = async () => {
      setTimeout(() => { throw new Error('too late'); }, 10); return ++calls; };`;
    const { invoke } = host(functionBundle(source));
    expect(await invoke()).toEqual({ kind: 'returned', payload: 1 });
    // Sooner or later it has broken between two requests.
    await expect.poll(() => invoke(), { interval: 50 }).toEqual({ kind: 'returned', payload: 1 });
  });

  it('reports a function that exits', async () => {
    const { invoke } = host(functionBundle('export const handler = async () => process.exit(3);'));
    expect(await invoke()).toMatchObject(
      failure({ errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('exit status 3') }),
    );
  });

  it('reports a promise that nobody waits for and that is rejected', async () => {
    const source = `export const handler = async () => {
      Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 1000)); };`;
    expect(await host(functionBundle(source)).invoke()).toMatchObject(
      failure({ errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'Error: lost' }),
    );
  });

  it('keeps an instance warm from request to request', async () => {
    const { invoke } = host(functionBundle('let calls = 0; export const handler = async () => ++calls;'));
    expect([await invoke(), await invoke(), await invoke()].map((result) => result)).toEqual(
      [1, 2, 3].map((payload) => ({ kind: 'returned', payload })),
    );
  });

  it('starts another instance for a request that waits too long, up to the bound', async () => {
    const source = `let calls = 0; export const handler = async () => {
      const call = ++calls; const gate = new BroadcastChannel('working'); const opened = new Promise((r) => (gate.onmessage = r));
      console.log('at work'); await opened; gate.close(); return call; };`;
    let working = 0;
    const { invoke } = host(functionBundle(source), {
      maxInstances: 2,
      growAfterMs: 10,
      watch: alwaysTime,
      log: (_, text) => void (text === 'at work\n' && working++),
    });
    const gate = new BroadcastChannel('working');
    onTestFinished(() => gate.close());
    const answers = Promise.all([invoke(), invoke(), invoke(), invoke()]);
    for (const most of [2, 4]) {
      await expect.poll(() => working).toBe(most);
      gate.postMessage('open');
    }
    const results = await answers;
    const calls = results.map((result) => (result as { payload: number }).payload);
    expect(calls.toSorted()).toEqual([1, 1, 2, 2]);
  });

  it('lets a request wait for a warm instance that is soon free', async () => {
    const { invoke } = host(functionBundle('let calls = 0; export const handler = async () => ++calls;'), {
      growAfterMs: 60_000,
    });
    const results = await Promise.all([invoke(), invoke(), invoke()]);
    expect(results.map((result) => (result as { payload: number }).payload)).toEqual([1, 2, 3]);
  });

  it('never gives an instance two requests at once', async () => {
    const source = `let busy = 0; export const handler = async () => {
      busy++; await new Promise((r) => setTimeout(r, 20)); return busy--; };`;
    const { invoke } = host(functionBundle(source), { maxInstances: 2, growAfterMs: 0, watch: alwaysTime });
    const results = await Promise.all(Array.from({ length: 8 }, () => invoke()));
    expect(results.every((result) => (result as { payload: number }).payload === 1)).toBe(true);
  });

  it('ends an instance that nobody needs for a while', async () => {
    const source = 'let calls = 0; export const handler = async () => ++calls;';
    const { invoke } = host(functionBundle(source), { idleMs: 30 });
    await invoke();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await invoke()).toEqual({ kind: 'returned', payload: 1 });
  });

  it('keeps a log as Lambda does: what the function writes, between start and report', async () => {
    const source = `export const handler = async ({ fail }) => {
      console.log('one'); console.error('two'); if (fail) throw new TypeError('three'); };`;
    let log = '';
    const { invoke } = host(functionBundle(source), {
      log: (name, text) => {
        log += text.replaceAll(/^/gm, `${name} `).replace(/probe $/, '');
      },
    });
    const id = '[0-9a-f-]{36}';
    const figures = `probe REPORT RequestId: ${id}\tDuration: [\\d.]+ ms\tBilled Duration: \\d+ ms\tMemory Size: 128 MB`;
    await invoke({ fail: false });
    const cold = `probe START RequestId: ${id} Version: .LATEST\nprobe one\nprobe two\nprobe END RequestId: ${id}\n`;
    expect(log).toMatch(new RegExp(`^${cold}${figures}\tInit Duration: [\\d.]+ ms\n$`));
    log = '';
    await invoke({ fail: true });
    expect(log).toMatch(/probe two\nprobe ERROR Invoke Error \{"errorType":"TypeError","errorMessage":"three"/);
    expect(log).toMatch(new RegExp(`${figures}\n$`));
  });

  it('answers a request that is under way when the host closes', async () => {
    const lambda = functionBundle('export const handler = () => new Promise(() => {});');
    const started = startLambdaHost([lambda]);
    const pending = started.invoke(lambda.arn, {});
    await new Promise((resolve) => setTimeout(resolve, 200));
    await started.close();
    expect(await pending).toMatchObject(failure({ errorType: 'Runtime.ExitError' }));
  });
});
