import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { endOfFailure, endOfReceipt, type InvocationEnd } from './invocation-end.ts';
import { type EndedInvocation, invocationLine } from './invocation-line.ts';
import { fault as faultCalled, rejection } from './stage-failure.ts';

const validatedAt = '2026-03-01T09:30:00.000Z';
const startedAt = Date.parse(validatedAt) + 90_000;
const order = anOrder().with({ orderId: 'A-1' }).build();
const receipt: InvocationEnd = { outcome: 'receipt', result: 'published' };
const fault: InvocationEnd = { outcome: 'fault', result: 'CarrierUnavailable', detail: 'no connection' };

function lineOf(given: Partial<EndedInvocation> = {}) {
  return invocationLine({
    state: 'Notify Customer',
    functionName: 'F',
    requestId: 'r',
    traceHeader: undefined,
    record: { order, execution: { name: 'order-A-1', attempt: 2 }, validation: { validatedAt }, outcome: 'fulfilled' },
    ending: receipt,
    coldStart: false,
    startedAt,
    endedAt: startedAt + 5,
    ...given,
  });
}

/** The names of metrics by the dimensions that they are counted under. */
function measured(given: Partial<EndedInvocation>): Record<string, string[]> {
  const directives = lineOf(given)._aws.CloudWatchMetrics;
  const bySet = directives.map(({ Dimensions: [set = []], Metrics }) => [set.join(), Metrics.map(({ Name }) => Name)]);
  return Object.fromEntries(bySet);
}

describe(invocationLine, () => {
  it('takes of the record the id, the outcome and the age of the order, and which execution and attempt it is', () => {
    expect(lineOf()).toMatchObject({
      orderId: 'A-1',
      executionName: 'order-A-1',
      attempt: 2,
      orderOutcome: 'fulfilled',
      orderAgeSeconds: 90,
    });
  });

  it.each([
    [{ order: { orderId: 'jane@example.com' }, execution: { name: 'jane@example.com', attempt: 'jane' } }],
    [{ execution: { name: 'order of jane', attempt: 0.5 } }],
    [{ order: { orderId: 'jane@example.com' }, outcome: 'jane', validation: { validatedAt: 'jane' } }],
    [[{ orderId: 'jane@example.com' }]],
    ['jane@example.com'],
    [null],
  ])('takes nothing that is not what it should be: %j', (record) => {
    const line = lineOf({ record });
    expect(line).toMatchObject({
      orderId: undefined,
      executionName: undefined,
      attempt: undefined,
      orderOutcome: undefined,
    });
    expect(JSON.stringify(line)).not.toContain('jane');
  });

  it.each([
    [{ order: { orderId: 'A 4111 1111 1111 1111' } }],
    [{ execution: { name: 'order-4111111111111111' } }],
    [{ execution: { attempt: 4_111_111_111_111_111 } }],
  ])('takes nothing that holds the number of a card: %j', (record) => {
    expect(JSON.stringify(lineOf({ record }))).not.toContain('1111');
  });

  it('has no field but those that were reviewed', () => {
    expect(
      Object.keys(JSON.parse(JSON.stringify(lineOf({ ending: fault, traceHeader: 'Root=1-a-b' })))).sort(),
    ).toEqual([
      '_aws',
      'attempt',
      'coldStart',
      'defects',
      'detail',
      'durationMs',
      'endings',
      'executionName',
      'faults',
      'functionName',
      'level',
      'orderAgeSeconds',
      'orderId',
      'orderOutcome',
      'outcome',
      'receipts',
      'rejections',
      'requestId',
      'result',
      'state',
      'timestamp',
      'traceId',
      'waitingSeconds',
    ]);
  });
});

describe('the lines of all endings', () => {
  const endings: readonly InvocationEnd[] = [
    endOfReceipt({ status: 'published' }),
    endOfFailure(new (rejection('ShipmentRefused'))(['the destination is not served'])),
    endOfFailure(new (faultCalled('CarrierUnavailable'))('no connection')),
    endOfFailure(new TypeError('x is not a function')),
  ];

  // For whoever reads them, as the console does: `vitest run src/invocation-line.test.ts -u` writes them anew.
  it('are as they were', async () => {
    const lines = endings.map((ending) =>
      lineOf({ ending, ...(ending.outcome !== 'receipt' && { state: 'Ship Order', functionName: 'S' }) }),
    );
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    await expect(text).toMatchFileSnapshot('../test/invocation-lines.jsonl');
  });
});

describe('the metrics in the line', () => {
  it.each<[InvocationEnd['outcome'], number[]]>([
    ['receipt', [1, 0, 0, 0]],
    ['rejection', [0, 1, 0, 0]],
    ['fault', [0, 0, 1, 0]],
    ['defect', [0, 0, 0, 1]],
  ])('count a %s once, and the other endings not at all', (outcome, counts) => {
    const { receipts, rejections, faults, defects } = lineOf({ ending: { outcome, result: 'x' } });
    expect([receipts, rejections, faults, defects]).toEqual(counts);
  });

  it('count how orders end where a receipt tells it, and the age of an order where a fault makes it wait', () => {
    const always = {
      functionName: ['receipts', 'rejections', 'faults', 'defects'],
      'functionName,result': ['endings'],
    };
    expect(measured({ record: order })).toEqual(always);
    expect(measured({})).toEqual({ ...always, 'functionName,orderOutcome': ['receipts'] });
    const [, , waiting] = lineOf({ ending: fault })._aws.CloudWatchMetrics;
    expect(waiting?.Metrics).toEqual([{ Name: 'waitingSeconds', Unit: 'Seconds' }]);
    expect(lineOf({ ending: fault })).toMatchObject({ waitingSeconds: 90 });
    expect(lineOf()).toMatchObject({ waitingSeconds: undefined });
  });

  it.each([[{}], [{ ending: fault }], [{ record: order }]])(
    'keep the specification: names lead to members of the line, dimensions to texts (%#)',
    (given) => {
      const line = JSON.parse(JSON.stringify(lineOf(given)));
      expect(line._aws.Timestamp).toBe(startedAt + 5);
      for (const { Namespace, Dimensions, Metrics } of line._aws.CloudWatchMetrics) {
        expect(Namespace).toBe('OrderWorkflow');
        for (const set of Dimensions) for (const name of set) expect(line[name]).toEqual(expect.any(String));
        for (const { Name } of Metrics) expect(line[Name]).toEqual(expect.any(Number));
      }
    },
  );
});
