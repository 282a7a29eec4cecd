import { describe, expect, it } from 'vitest';
import { describeLogLine, isLambdaLine, shortFunctionName } from './describe-log-line.ts';

describe(describeLogLine, () => {
  it.each([
    [
      '{"level":"INFO","state":"Ship Order","outcome":"receipt","durationMs":14}',
      'INFO · Ship Order · receipt · 14 ms',
      true,
    ],
    ['{"level":"ERROR","message":"no"}', 'ERROR · no', true],
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
