import type { ExecutionSummary } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { folderClock } from './folder-clock.ts';

const hour = 3_600_000;
const now = Date.now();

function execution(startedAt: number, stoppedAt?: number): ExecutionSummary {
  const end = stoppedAt === undefined ? undefined : ({ status: 'SUCCEEDED', stoppedAt } as const);
  return { executionArn: 'arn', name: 'order-1', startedAt, end, redriveCount: 0 };
}

describe.each([{ fastForward: false }, { fastForward: true }])('folderClock, fast forward $fastForward', (settings) => {
  const clockAfter = (...executions: readonly ExecutionSummary[]) => folderClock(executions, settings.fastForward);

  it('is the clock of the machine where nothing happened yet, or all of it in the past', () => {
    for (const clock of [clockAfter(), clockAfter(execution(now - 2 * hour, now - hour))]) {
      expect(clock.now()).toBeGreaterThanOrEqual(now);
      expect(clock.now()).toBeLessThan(Date.now() + 1_000);
    }
  });

  it('never goes back behind what has happened in the folder, ended or begun', () => {
    expect(clockAfter(execution(now, now + 5 * hour), execution(now)).now()).toBeGreaterThanOrEqual(now + 5 * hour);
    expect(clockAfter(execution(now + 7 * hour)).now()).toBeGreaterThanOrEqual(now + 7 * hour);
  });

  it('goes on from there', async () => {
    const clock = clockAfter(execution(now, now + 5 * hour));
    const before = clock.now();
    await clock.sleep(20);
    expect(clock.now() - before).toBeGreaterThanOrEqual(20);
    expect(clock.now() - before).toBeLessThan(hour);
  });

  it('calls back at an instant of its own', async () => {
    const clock = clockAfter(execution(now, now + 5 * hour));
    const due = clock.now() + 20;
    await new Promise<void>((resolve) => clock.setTimer(due, resolve));
    expect(clock.now()).toBeGreaterThanOrEqual(due);
    expect(clock.now()).toBeLessThan(due + hour);
  });
});
