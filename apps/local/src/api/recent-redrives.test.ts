import { createVirtualClock } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { recentRedrives } from './recent-redrives.ts';

const answer = (day: number) => ({ redriveDate: new Date(Date.UTC(2026, 2, day)) });

describe(recentRedrives, () => {
  it('finds an answer by execution and client token', () => {
    const redrives = recentRedrives({ now: () => 0 });
    redrives.note('arn:a', 'token', answer(1));
    redrives.note('arn:b', 'token', answer(2));
    redrives.note('arn:a', undefined, answer(3));
    const found = [redrives.find('arn:a', 'token'), redrives.find('arn:b', 'token'), redrives.find('arn:a', undefined)];
    expect(found).toEqual([answer(1), answer(2), undefined]);
  });

  it('finds it for 15 minutes', async () => {
    const clock = createVirtualClock();
    const redrives = recentRedrives(clock);
    redrives.note('arn:a', 'token', answer(1));
    await clock.sleep(15 * 60_000 - 1);
    expect(redrives.find('arn:a', 'token')).toEqual(answer(1));
    await clock.sleep(1);
    expect(redrives.find('arn:a', 'token')).toBeUndefined();
    redrives.note('arn:a', 'later', answer(2));
    expect(redrives.find('arn:a', 'token')).toBeUndefined();
  });

  it('finds the last ten of an execution', () => {
    const redrives = recentRedrives({ now: () => 0 });
    for (let index = 1; index <= 11; index++) redrives.note('arn:a', `token-${index}`, answer(index));
    expect([redrives.find('arn:a', 'token-1'), redrives.find('arn:a', 'token-2')]).toEqual([undefined, answer(2)]);
  });
});
