import { describe, expect, it } from 'vitest';
import type { EventRecord } from '../history/event-record.ts';
import type { ExecutionJournal, ExecutionStart, FiberSnapshot, JournalEntry } from './execution-journal.ts';

const start = (name: string): ExecutionStart => ({
  ...{
    executionArn: `arn:${name}`,
    name,
    stateMachineArn: 'arn:m',
    roleArn: 'arn:r',
    type: 'STANDARD',
    input: { n: name },
  },
  ...{ startedAt: 5, seed: undefined, definition: { StartAt: 'A' } },
});
const event = (id: number): EventRecord => ({
  ...{
    id,
    previousEventId: id - 1,
    at: 7,
    type: 'TaskStateEntered',
    shape: 'stateEntered',
    subject: 'A',
    value: ['é'],
    more: undefined,
  },
});
const fiber = (path: string, stateName = 'A'): FiberSnapshot => ({
  ...{
    path,
    stateName,
    stateType: 'Task',
    input: { in: 1 },
    variables: { x: 1 },
    lastEventId: 2,
    enteredEventId: 2,
    enteredAt: 3,
  },
  ...{ eventBeforeState: 1, attempts: [1], retryCount: 1 },
});
const entry = (name: string, fields: Partial<JournalEntry> = {}): JournalEntry => ({
  ...{ executionArn: `arn:${name}`, events: [], fibers: [], forgotten: [], redriveCount: 0 },
  ...fields,
});

/** What every journal does; each implementation runs it. */
export function executionJournalContract(name: string, create: () => ExecutionJournal): void {
  describe(`${name} as an execution journal`, () => {
    it('knows nothing at first', () => {
      const journal = create();
      expect([journal.running(), journal.read('arn:a')]).toEqual([[], undefined]);
    });

    it('gives back what was appended', () => {
      const journal = create();
      journal.append(entry('a', { start: start('a'), events: [event(1)], fibers: [fiber('')] }));
      journal.append(entry('a', { events: [event(2)], fibers: [fiber('', 'B'), fiber('0')] }));
      const read = JSON.parse(JSON.stringify(journal.read('arn:a')));
      expect(read).toEqual(
        JSON.parse(
          JSON.stringify({
            start: start('a'),
            events: [event(1), event(2)],
            fibers: [fiber('', 'B'), fiber('0')],
            end: undefined,
            redriveCount: 0,
          }),
        ),
      );
    });

    it('forgets the lines below a path, and those only', () => {
      const journal = create();
      const paths = ['', '1', '1/0', '1/0/2', '10', '2'];
      journal.append(entry('a', { start: start('a'), fibers: paths.map((path) => fiber(path)) }));
      journal.append(entry('a', { forgotten: ['1'] }));
      expect(journal.read('arn:a')?.fibers.map(({ path }) => path)).toEqual(['', '1', '10', '2']);
      journal.append(entry('a', { forgotten: [''], fibers: [fiber('0')] }));
      expect(journal.read('arn:a')?.fibers.map(({ path }) => path)).toEqual(['', '0']);
    });

    it('lists what runs, in the order it began; an end takes off, a redrive puts back', () => {
      const journal = create();
      for (const one of ['b', 'a', 'c']) journal.append(entry(one, { start: start(one) }));
      journal.append(entry('a', { end: { status: 'FAILED', error: 'E', stoppedAt: 9 } }));
      expect(journal.running()).toEqual(['arn:b', 'arn:c']);
      expect(journal.read('arn:a')?.end).toEqual({ status: 'FAILED', error: 'E', stoppedAt: 9 });
      journal.append(entry('a', { redriveCount: 1 }));
      expect([journal.running(), journal.read('arn:a')?.redriveCount]).toEqual([['arn:b', 'arn:a', 'arn:c'], 1]);
    });

    it('lists every execution in the order it began, with how it ended but without its output', () => {
      const journal = create();
      for (const one of ['b', 'a']) journal.append(entry(one, { start: start(one) }));
      const end = { status: 'SUCCEEDED', output: { big: true }, stoppedAt: 9 } as const;
      journal.append(entry('a', { end, redriveCount: 2 }));
      const both = { startedAt: 5 };
      expect(journal.list()).toEqual([
        { ...both, executionArn: 'arn:b', name: 'b', end: undefined, redriveCount: 0 },
        { ...both, executionArn: 'arn:a', name: 'a', end: { status: 'SUCCEEDED', stoppedAt: 9 }, redriveCount: 2 },
      ]);
    });
  });
}
