import { createMemoryJournal, createVirtualClock, type ExecutionJournal } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { folderClock, worldClock } from './folder-clock.ts';

const hour = 3_600_000;
const now = Date.now();

interface Happened {
  readonly startedAt: number;
  /** When its last event was. */
  readonly latest: number;
  readonly ended: boolean;
}

/** A journal with these executions. */
function journalOf(...executions: readonly Happened[]): ExecutionJournal {
  const journal = createMemoryJournal();
  for (const [index, { startedAt, latest, ended }] of executions.entries()) {
    const executionArn = `arn:${index}`;
    const of = {
      stateMachineArn: 'arn',
      roleArn: 'arn',
      type: 'STANDARD',
      input: {},
      seed: 1,
      definition: {},
    } as const;
    const event = { subject: undefined, value: undefined, more: undefined, previousEventId: 0 };
    journal.append({
      executionArn,
      start: { ...of, executionArn, name: `order-${index}`, startedAt },
      events: [{ ...event, id: 1, type: 'ExecutionStarted', shape: 'executionStarted', at: latest }],
      fibers: [],
      forgotten: [],
      redriveCount: 0,
      ...(ended && { end: { status: 'SUCCEEDED', stoppedAt: latest } }),
    });
  }
  return journal;
}

describe.each([{ fastForward: false }, { fastForward: true }])('folderClock, fast forward $fastForward', (settings) => {
  const clockAfter = (...executions: readonly Happened[]) =>
    folderClock(journalOf(...executions), settings.fastForward);
  const ahead = { startedAt: now, latest: now + 5 * hour, ended: true };

  it('is the clock of the machine where nothing happened yet, or all of it in the past', () => {
    for (const clock of [clockAfter(), clockAfter({ startedAt: now - 2 * hour, latest: now - hour, ended: true })]) {
      expect(clock.now()).toBeGreaterThanOrEqual(now);
      expect(clock.now()).toBeLessThan(Date.now() + 1_000);
    }
  });

  it('never goes back behind what has happened in the folder', () => {
    const later = { startedAt: now, latest: now, ended: true };
    expect(clockAfter(ahead, later).now()).toBeGreaterThanOrEqual(now + 5 * hour);
    expect(clockAfter({ ...ahead, startedAt: now + hour }).now()).toBeGreaterThanOrEqual(now + 5 * hour);
  });

  // Regression: of an execution that was interrupted, only the start counted, and its waits had passed at once.
  it('never goes back behind what happened to an execution that is under way', () => {
    expect(clockAfter({ ...ahead, ended: false }).now()).toBeGreaterThanOrEqual(now + 5 * hour);
  });

  it('goes on from there', async () => {
    const clock = clockAfter(ahead);
    const before = clock.now();
    await clock.sleep(20);
    expect(clock.now() - before).toBeGreaterThanOrEqual(20);
    expect(clock.now() - before).toBeLessThan(hour);
  });

  it('calls back at an instant of its own', async () => {
    const clock = clockAfter(ahead);
    const due = clock.now() + 20;
    await new Promise<void>((resolve) => clock.setTimer(due, resolve));
    expect(clock.now()).toBeGreaterThanOrEqual(due);
    expect(clock.now()).toBeLessThan(due + hour);
  });
});

describe(worldClock, () => {
  it('is never behind the machine: in a long --fast-forward run a charge once seemed older than its order, and was not refunded', () => {
    const now = Date.now();
    const minuteAgo = createVirtualClock({ start: now - 60_000 });
    expect(worldClock(minuteAgo).now()).toBeGreaterThanOrEqual(now);
  });

  it('goes ahead with the workflow', () => {
    const hourAhead = createVirtualClock({ start: Date.now() + 3_600_000 });
    expect(worldClock(hourAhead).now()).toBe(hourAhead.now());
  });
});
