import { expect, it } from 'vitest';
import { soakInThreads } from '../src/soak-in-threads.ts';

it('ends at the first violation, whatever is left of its time, on every thread', async () => {
  const { failure } = await soakInThreads({
    ...{ seed: 1, threads: 3, lanes: 1, milliseconds: 24 * 60 * 60 * 1_000, onProgress() {} },
    thread: new URL('kept-thread.ts', import.meta.url),
  });
  expect(failure).toBe('a promise is broken');
});
