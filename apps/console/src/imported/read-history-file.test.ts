import { describe, expect, it } from 'vitest';
import { readVisits } from '../history/read-visits.ts';
import { historyFile } from '../tools/history-file.ts';
import { fits, flowOfVisits } from './flow-of-visits.ts';
import { readHistoryFile } from './read-history-file.ts';

/** As `aws stepfunctions get-execution-history --reverse-order` prints it. */
const fromAws = [
  {
    ...{ timestamp: '2026-03-02T10:00:00.200000+01:00', type: 'ExecutionSucceeded', id: 6, previousEventId: 5 },
    executionSucceededEventDetails: { output: '{"outcome":"fulfilled"}', outputDetails: { truncated: false } },
  },
  {
    timestamp: '2026-03-02T10:00:00.200000+01:00',
    type: 'PassStateExited',
    id: 5,
    previousEventId: 4,
    stateExitedEventDetails: { name: 'B' },
  },
  {
    timestamp: '2026-03-02T10:00:00.150000+01:00',
    type: 'PassStateEntered',
    id: 4,
    previousEventId: 3,
    stateEnteredEventDetails: { name: 'B' },
  },
  {
    timestamp: '2026-03-02T10:00:00.120000+01:00',
    type: 'PassStateExited',
    id: 3,
    previousEventId: 2,
    stateExitedEventDetails: { name: 'A' },
  },
  {
    timestamp: '2026-03-02T10:00:00.110000+01:00',
    type: 'PassStateEntered',
    id: 2,
    previousEventId: 0,
    stateEnteredEventDetails: { name: 'A' },
  },
  {
    ...{ timestamp: '2026-03-02T10:00:00.100000+01:00', type: 'ExecutionStarted', id: 1, previousEventId: 0 },
    executionStartedEventDetails: { input: '{"orderId":"12345"}', roleArn: 'arn:aws:iam::1:role/x' },
  },
];

describe(readHistoryFile, () => {
  it('reads what the AWS CLI prints, in whichever order, and what can be known of the execution', () => {
    for (const events of [fromAws, fromAws.toReversed()])
      for (const file of [{ events }, { events, nextToken: null }, events]) {
        const { execution, events: read } = readHistoryFile(JSON.stringify(file), 'order-12345.history.json');
        expect(read.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
        expect(execution).toMatchObject({
          ...{ name: 'order-12345', status: 'SUCCEEDED', input: '{"orderId":"12345"}', redriveCount: 0 },
          ...{ output: '{"outcome":"fulfilled"}', startDate: Date.parse('2026-03-02T09:00:00.100Z') },
          stopDate: Date.parse('2026-03-02T09:00:00.200Z'),
        });
      }
  });

  it('reads what this console saves', async () => {
    const raw = fromAws.toReversed().map((event) => ({ ...event, timestamp: Date.parse(event.timestamp) / 1000 }));
    const pages = [raw.slice(0, 4), raw.slice(4)];
    const asked: unknown[] = [];
    const saved = await historyFile('arn:x', {
      async getRawHistory({ nextToken }) {
        asked.push(nextToken);
        return { events: pages[nextToken ? 1 : 0] ?? [], nextToken: nextToken ? null : 'more' };
      },
    });
    expect(asked).toEqual([undefined, 'more']);
    expect(readHistoryFile(saved, 'x.json')).toEqual(readHistoryFile(JSON.stringify({ events: fromAws }), 'x.json'));
  });

  it.each([
    ['once upon a time', 'This is no JSON.'],
    ['{"orderId":"12345"}', 'expected JSON with "events"'],
    ['{"events":[]}', 'expected JSON with "events"'],
    ['{"events":[{"timestamp":"yesterday","id":1,"type":"X"}]}', 'expected JSON with "events"'],
    ['{"events":[{"timestamp":1,"type":"X"}]}', 'an event has no id'],
    ['null', 'expected JSON with "events"'],
  ])('says what is wrong with %s', (text, words) => {
    expect(() => readHistoryFile(text, 'x')).toThrow(words);
  });
});

describe(flowOfVisits, () => {
  it('draws the ways that an execution went where its definition is not here', () => {
    const { visits } = readVisits(readHistoryFile(JSON.stringify(fromAws), 'x').events);
    const flow = flowOfVisits(visits, true);
    expect(flow.states.map(({ name, type }) => [name, type])).toEqual([
      ['A', 'Pass'],
      ['B', 'Pass'],
    ]);
    expect(flow.edges.map(({ id }) => id)).toEqual(['\nstart→A next', 'A→B next', 'B→\nend next']);
    expect(fits(flow, visits)).toBe(true);
    expect(fits({ ...flow, states: flow.states.slice(1) }, visits)).toBe(false);
  });
});
