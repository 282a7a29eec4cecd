import { describe, expect, it } from 'vitest';
import { lateCalls } from './late-calls.ts';

describe(lateCalls, () => {
  it('has each happen once, when its time has come, the earliest first, in whatever order they were sent', async () => {
    let now = 0;
    const delays = [30, 10, 20];
    const happened: string[] = [];
    const late = lateCalls({ clock: { now: () => now }, landsAfterMs: () => delays.shift() ?? 0 });
    for (const name of ['a', 'b', 'c']) late.add(async () => happened.push(name));
    const seen: string[] = [];
    for (now of [9, 10, 29, 30, 99]) {
      await late.land();
      seen.push(happened.join(''));
    }
    expect(seen).toEqual(['', 'b', 'bc', 'bca', 'bca']);
  });
});
