import { describe, expect, it } from 'vitest';
import { readHistory } from '../../test/read-fixture.ts';
import { describeEvent } from './describe-event.ts';

describe(describeEvent, () => {
  const events = [...readHistory('refunded'), ...readHistory('failed-and-redriven')];

  it.each([
    ['TaskScheduled', 'lambda:invoke, at most 20 s'],
    ['TaskFailed', 'ShipmentRefused: The carrier does not take the parcel: the destination is not served.'],
    ['ExecutionFailed', 'Lambda.TooManyRequestsException: Rate Exceeded. (Service: Lambda, Status Code: 429)'],
    ['ExecutionRedriven', 'redrive 1'],
    ['TaskStateEntered', ''],
  ])('says of %s: %s', (type, words) => {
    expect(describeEvent(events.find((event) => event.type === type)!)).toBe(words);
  });
});
