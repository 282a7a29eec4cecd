import { describe, expect, it } from 'vitest';
import type { EventRecord } from '../history/event-record.ts';
import type {
  EventQuery,
  ExecutionJournal,
  ExecutionQuery,
  ExecutionStart,
  FiberSnapshot,
  JournalEntry,
} from './execution-journal.ts';

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
    it('forgets an execution that has ended, with its history and where it stood, and none that runs', () => {
      const journal = create();
      for (const name of ['a', 'b', 'c']) {
        journal.append(entry(name, { start: start(name), events: [event(1)], fibers: [fiber('')] }));
        if (name !== 'c') journal.append(entry(name, { end: { status: 'SUCCEEDED', stoppedAt: 9 } }));
      }
      expect(journal.forget(['arn:a', 'arn:c', 'arn:elsewhere'])).toBe(1);
      expect(journal.forget(['arn:a'])).toBe(0);
      expect([journal.read('arn:a'), journal.describe('arn:a')]).toEqual([undefined, undefined]);
      expect(journal.events('arn:a', { limit: 5 })).toEqual([]);
      expect(journal.list().map(({ name }) => name)).toEqual(['b', 'c']);
      expect(journal.page({ limit: 5 }).map(({ name }) => name)).toEqual(['c', 'b']);
      expect(journal.running()).toEqual(['arn:c']);
      journal.append(entry('a', { start: start('a') }));
      expect(journal.read('arn:a')).toMatchObject({ events: [], fibers: [], end: undefined });
    });

    it('knows nothing at first', () => {
      const journal = create();
      expect([journal.running(), journal.read('arn:a')]).toEqual([[], undefined]);
      expect([journal.describe('arn:a'), journal.page({ limit: 5 }), journal.events('arn:a', { limit: 5 })]).toEqual([
        undefined,
        [],
        [],
      ]);
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

    it('forgets the fibers below a path, and those only', () => {
      const journal = create();
      const paths = ['', '1', '1/0', '1/0/2', '10', '2'];
      journal.append(entry('a', { start: start('a'), fibers: paths.map((path) => fiber(path)) }));
      journal.append(entry('a', { forgotten: ['1'] }));
      expect(journal.read('arn:a')?.fibers.map(({ path }) => path)).toEqual(['', '1', '10', '2']);
      journal.append(entry('a', { forgotten: [''], fibers: [fiber('0')] }));
      expect(journal.read('arn:a')?.fibers.map(({ path }) => path)).toEqual(['', '0']);
    });

    it('keeps where an execution stood while something can go on from there, and no longer', () => {
      const journal = create();
      for (const name of ['a', 'b'])
        journal.append(entry(name, { start: start(name), fibers: [fiber(''), fiber('0')] }));
      journal.append(entry('a', { fibers: [fiber('')], end: { status: 'SUCCEEDED', stoppedAt: 9 } }));
      journal.append(entry('b', { end: { status: 'FAILED', stoppedAt: 9 } }));
      expect(journal.read('arn:a')?.fibers).toEqual([]);
      expect(journal.read('arn:b')?.fibers).toHaveLength(2);
    });

    it('refuses what happens to an execution that never began', () => {
      expect(() => create().append(entry('a', { events: [event(1)] }))).toThrow('has not been started');
    });

    it('has nothing pending once all that was appended is durable', async () => {
      const journal = create();
      await journal.append(entry('a', { start: start('a') }));
      expect(journal.pending?.()).toBeUndefined();
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

    it('describes an execution with its output, but without its history', () => {
      const journal = create();
      journal.append(entry('a', { start: start('a'), events: [event(1), event(2)] }));
      const begun = { start: JSON.parse(JSON.stringify(start('a'))), eventCount: 2, redriveCount: 0, position: 1 };
      const described = () => JSON.parse(JSON.stringify(journal.describe('arn:a')));
      expect(described()).toEqual(begun);
      const end = { status: 'FAILED', error: 'E', cause: 'C', output: ['o'], stoppedAt: 9 } as const;
      journal.append(entry('a', { end }));
      expect(described()).toEqual({ ...begun, end });
      for (const [redriveCount, at] of [
        [1, 20],
        [2, 30],
      ] as const)
        journal.append(
          entry('a', { redriveCount, events: [{ ...event(2 + redriveCount), type: 'ExecutionRedriven', at }] }),
        );
      expect(described()).toEqual({ ...begun, eventCount: 4, redriveCount: 2, redrivenAt: 30 });
    });

    describe('page', () => {
      function filled() {
        const journal = create();
        for (const one of ['a', 'b', 'c', 'd', 'e']) journal.append(entry(one, { start: start(one) }));
        journal.append(entry('f', { start: { ...start('f'), stateMachineArn: 'arn:other' } }));
        const ended = { status: 'SUCCEEDED', output: { big: true }, stoppedAt: 9 } as const;
        journal.append(entry('b', { end: ended }));
        journal.append(entry('d', { end: { status: 'FAILED', error: 'E', stoppedAt: 9 } }));
        journal.append(entry('d', { redriveCount: 1, events: [{ ...event(1), type: 'ExecutionRedriven', at: 10 }] }));
        journal.append(entry('d', { redriveCount: 1, end: { status: 'FAILED', error: 'F', stoppedAt: 11 } }));
        return journal;
      }
      const names = (journal: ExecutionJournal, query: Partial<ExecutionQuery>) =>
        journal.page({ limit: 10, ...query }).map(({ name }) => name);

      it('shows the latest first, with how each stands', () => {
        const position = expect.any(Number);
        const all = { startedAt: 5, stateMachineArn: 'arn:m', position };
        expect(filled().page({ limit: 4 })).toEqual([
          {
            ...{ ...all, stateMachineArn: 'arn:other', executionArn: 'arn:f', name: 'f' },
            ...{ end: undefined, redriveCount: 0, redrivenAt: undefined },
          },
          { ...all, executionArn: 'arn:e', name: 'e', end: undefined, redriveCount: 0, redrivenAt: undefined },
          {
            ...{ ...all, executionArn: 'arn:d', name: 'd', redriveCount: 1, redrivenAt: 10 },
            end: { status: 'FAILED', error: 'F', stoppedAt: 11 },
          },
          { ...all, executionArn: 'arn:c', name: 'c', end: undefined, redriveCount: 0, redrivenAt: undefined },
        ]);
      });

      it('goes on before a position, whatever begins meanwhile, to the end', () => {
        const journal = filled();
        const before = journal.page({ limit: 2 }).at(-1)?.position ?? expect.fail('no page');
        journal.append(entry('g', { start: start('g') }));
        expect(names(journal, { limit: 3, before })).toEqual(['d', 'c', 'b']);
        const last = journal.page({ limit: 3, before }).at(-1)?.position ?? expect.fail('no page');
        expect(names(journal, { limit: 3, before: last })).toEqual(['a']);
      });

      it.each<[string, Partial<ExecutionQuery>, string[]]>([
        ['of a state machine', { stateMachineArn: 'arn:other' }, ['f']],
        ['that run', { status: 'RUNNING', stateMachineArn: 'arn:m' }, ['e', 'c', 'a']],
        ['that have ended so', { status: 'FAILED' }, ['d']],
        ['that have ended otherwise', { status: 'ABORTED' }, []],
        ['that were redriven', { redriven: true }, ['d']],
        ['that never were', { redriven: false, limit: 2 }, ['f', 'e']],
        ['that fit all of it', { status: 'SUCCEEDED', redriven: false, stateMachineArn: 'arn:m' }, ['b']],
      ])('shows those %s', (_, query, expected) => {
        expect(names(filled(), query)).toEqual(expected);
      });

      it('shows one that begins anew under its old name as the latest, and once', () => {
        const journal = filled();
        journal.append(entry('b', { start: start('b') }));
        expect(names(journal, {})).toEqual(['b', 'f', 'e', 'd', 'c', 'a']);
        expect(journal.list().map(({ name }) => name)).toEqual(['a', 'c', 'd', 'e', 'f', 'b']);
      });
    });

    it.each<[string, EventQuery, number[]]>([
      ['from the first', { limit: 2 }, [1, 2]],
      ['after one', { limit: 2, after: 2 }, [3, 4]],
      ['to the last', { limit: 9, after: 3 }, [4, 5]],
      ['the latest first', { limit: 2, reverse: true }, [5, 4]],
      ['before one', { limit: 9, after: 3, reverse: true }, [2, 1]],
    ])('pages through a history %s', (_, query, ids) => {
      const journal = create();
      journal.append(entry('a', { start: start('a'), events: [1, 2, 3, 4, 5].map(event) }));
      journal.append(entry('b', { start: start('b'), events: [event(1)] }));
      const found = journal.events('arn:a', query);
      expect(found.map(({ id }) => id)).toEqual(ids);
      expect(JSON.parse(JSON.stringify(found[0]))).toEqual(JSON.parse(JSON.stringify(event(ids[0] ?? 0))));
    });
  });
}
