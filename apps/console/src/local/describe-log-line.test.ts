import { describe, expect, it } from 'vitest';
import { invocationLines } from '../../test/read-written.ts';
import { describeLogLine, isLambdaLine, shortFunctionName } from './describe-log-line.ts';

describe(describeLogLine, () => {
  it('says of each line that a stage writes how it ended, and by which name', () => {
    expect(invocationLines.map((line) => describeLogLine(line).words)).toEqual([
      'INFO · Notify Customer · receipt · published · 5 ms',
      'INFO · Ship Order · rejection · ShipmentRefused · 5 ms',
      'WARN · Ship Order · fault · CarrierUnavailable: no connection · 5 ms',
      'ERROR · Ship Order · defect · TypeError · 5 ms',
    ]);
  });

  it.each([
    ['{"other":1}', '{"other":1}', true],
    ['END RequestId: 5', 'END RequestId: 5', false],
    ['{"level":', '{"level":', false],
    ['{"level":7}', '{"level":7}', false],
  ])('%s → %s', (message, words, json) => {
    expect(describeLogLine(message)).toEqual({ words, json });
  });
});

describe(isLambdaLine, () => {
  it.each([
    ['START RequestId: 5 Version: $LATEST', true],
    ['REPORT RequestId: 5\tDuration: 3.38 ms', true],
    ['STARTED', false],
    ['{"level":"INFO"}', false],
  ])('%j: %s', (message, lambda) => {
    expect(isLambdaLine(message)).toBe(lambda);
  });
});

describe(shortFunctionName, () => {
  it.each([
    ['OrderWorkflow-OrdersValidateOrderFunctionFD9AB86A', 'ValidateOrderFunction'],
    ['Shop-CheckFraudB05D1C99', 'CheckFraud'],
    ['plain', 'plain'],
  ])('%s → %s', (name, short) => {
    expect(shortFunctionName(name)).toBe(short);
  });
});
