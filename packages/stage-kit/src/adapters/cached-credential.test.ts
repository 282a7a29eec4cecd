import { setTimeout } from 'node:timers/promises';
import { holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { cachedCredential } from './cached-credential.ts';

describe(cachedCredential, () => {
  let now: number;
  let asked: number;
  let answer: () => Promise<string>;
  beforeEach(() => {
    now = 0;
    asked = 0;
    answer = async () => `key-${asked}`;
  });

  const credential = () =>
    cachedCredential({
      fetch: () => {
        asked++;
        return answer();
      },
      clock: { now: () => now },
      maxAgeMs: 1_000,
      timeoutMs: 50,
    });

  const unavailable = async () => {
    throw new Error('unavailable');
  };

  it('is asked for once in a while, so that a rotated one is found', async () => {
    const kept = credential();
    expect([await kept.read(), await kept.read()]).toEqual(['key-1', 'key-1']);
    now = 1_000;
    expect(await kept.read()).toBe('key-2');
  });

  it('is asked for again as soon as a service did not take it', async () => {
    const kept = credential();
    await kept.read();
    kept.forget();
    expect(await kept.read()).toBe('key-2');
  });

  it('goes on when its source does not answer, and does not ask at each call', async () => {
    const kept = credential();
    await kept.read();
    now = 1_000;
    answer = unavailable;
    expect([await kept.read(), await kept.read()]).toEqual(['key-1', 'key-1']);
    expect(asked).toBe(2);
    now = 31_000;
    answer = async () => 'rotated';
    expect(await kept.read()).toBe('rotated');
  });

  it('is never used again once a service refused it, even if its source does not answer', async () => {
    const kept = credential();
    await kept.read();
    kept.forget();
    answer = unavailable;
    await expect(kept.read()).rejects.toThrow('unavailable');
  });

  it('is waited for no longer than a stage can', async () => {
    const limits = holdTimeLimits();
    onTestFinished(limits.letGo);
    answer = () => new Promise(() => undefined);
    const refused = expect(credential().read()).rejects.toMatchObject({
      name: 'CredentialTimeout',
      message: 'no answer within 50 ms',
    });
    limits.pass();
    await refused;
    expect(limits.asked).toEqual([50]);
  });

  it('is used however slow the machine is, where a test holds its limits (regression: a real clock of its own)', async () => {
    const limits = holdTimeLimits();
    onTestFinished(limits.letGo);
    const late = Promise.withResolvers<string>();
    answer = () => late.promise;
    const read = credential().read();
    await setTimeout(60);
    late.resolve('key-late');
    expect(await read).toBe('key-late');
  });

  it.each(['', 'two words', 'line\nbreak', '{"apiKey":"secret"}', 'secret\u00e9'])(
    'is refused when it cannot be a bearer token, without repeating it: %j',
    async (token) => {
      answer = async () => token;
      await expect(credential().read()).rejects.toMatchObject({
        name: 'CredentialUnusable',
        message: expect.not.stringContaining('secret'),
      });
    },
  );
});
