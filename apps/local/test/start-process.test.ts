import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';

/** A process that starts another one, which keeps a connection as long as it lives. */
function starter(port: number): ChildProcess {
  const started = `require('node:net').connect(${port}, '127.0.0.1', () => console.log('ready'))`;
  const script = `
    const { startProcess } = await import(${JSON.stringify(new URL('../bin/bench-orders/start-process.ts', import.meta.url))});
    await startProcess(process.execPath, ['-e', ${JSON.stringify(started)}], /ready/);
    console.log('started');
  `;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

it.skipIf(process.platform === 'win32').each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
] as const)('lets what a benchmark started end with it when it is ended by %s', async (signal, code) => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const connected = once(server, 'connection') as Promise<[Socket]>;
  const benchmark = starter((server.address() as { readonly port: number }).port);
  const [[connection]] = await Promise.all([connected, once(benchmark.stdout as NodeJS.ReadableStream, 'data')]);
  const [closed, exited] = [once(connection.resume(), 'close'), once(benchmark, 'exit')];
  benchmark.kill(signal);
  expect((await exited)[0]).toBe(code);
  await closed;
});
