import { expect, it, onTestFinished } from 'vitest';
import { openHttpListener } from './http-listener.ts';

it('keeps a connection longer than a busy machine lets one wait (regression: a call was reset that met its end)', async () => {
  const listener = await openHttpListener();
  onTestFinished(listener.close);
  listener.open((_, response) => void response.end());
  expect((await fetch(listener.url)).headers.get('keep-alive')).toBe('timeout=600');
});
