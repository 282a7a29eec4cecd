import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';

it('lets no call fail in a test because the machine is slow: a limit of a second or more does not pass', async () => {
  const limit = AbortSignal.timeout(1_000);
  await setTimeout(1_100);
  expect(limit.aborted).toBe(false);
});

it('leaves the limits of milliseconds, which are for the tests of what becomes of a call that is given up', async () => {
  const limit = AbortSignal.timeout(5);
  await once(limit, 'abort');
  expect(limit.reason).toMatchObject({ name: 'TimeoutError' });
});
