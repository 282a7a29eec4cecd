import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpListener, openHttpListener } from './http-listener.ts';
import { sameOriginProblem } from './same-origin.ts';

describe(sameOriginProblem, () => {
  let listener: HttpListener;
  beforeAll(async () => {
    listener = await openHttpListener();
    listener.open((_request, response) => void response.end('come in'));
  });
  afterAll(() => listener.close());

  /** What is answered to a request of these lines, word for word. */
  async function answered(...lines: readonly string[]): Promise<string> {
    const socket = connect(Number(new URL(listener.url).port), '127.0.0.1');
    socket.write([...lines, 'Connection: close', '', ''].join('\r\n'));
    return text(socket);
  }

  it.each([
    ['the address of loopback', ['GET / HTTP/1.1', 'Host: 127.0.0.1:8083']],
    ['its name', ['GET / HTTP/1.1', 'Host: LocalHost']],
    ['its address of six', ['GET / HTTP/1.1', 'Host: [::1]:8083']],
    ['a whole address of its own', ['GET http://localhost:8083/ HTTP/1.1', 'Host: localhost:8083']],
    ['an older protocol that names it', ['GET / HTTP/1.0', 'Host: localhost']],
  ])('lets in who asks for %s', async (_what, lines) => {
    expect(await answered(...lines)).toContain('come in');
  });

  it.each([
    ['another name', ['GET / HTTP/1.1', 'Host: evil.com']],
    ['a name that begins as the address does', ['GET / HTTP/1.1', 'Host: 127.0.0.1.evil.com']],
    ['a name after an @', ['GET / HTTP/1.1', 'Host: 127.0.0.1@evil.com']],
    ['no name, by an older protocol', ['GET / HTTP/1.0']],
    ['another name in a second Host', ['GET / HTTP/1.1', 'Host: 127.0.0.1', 'Host: evil.com']],
    ['another name in a first Host', ['GET / HTTP/1.1', 'Host: evil.com', 'Host: 127.0.0.1']],
    ['another name in a whole address', ['GET http://evil.com/ HTTP/1.1', 'Host: 127.0.0.1']],
    ['somebody at another name', ['GET http://127.0.0.1@evil.com/ HTTP/1.1', 'Host: 127.0.0.1']],
  ])('turns away who asks for %s', async (_what, lines) => {
    const answer = await answered(...lines);
    expect(answer).toContain('HTTP/1.1 403');
    expect(answer).not.toContain('come in');
  });
});
