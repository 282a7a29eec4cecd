import { describe, expect, it } from 'vitest';
import { readMachineFacts } from './read-machine-facts.ts';

const retry = [
  { ErrorEquals: ['Busy', 'Slow'], MaxAttempts: 6 },
  { ErrorEquals: ['Odd'] },
  { ErrorEquals: ['States.TaskFailed'], MaxAttempts: 2 },
];
const facts = readMachineFacts(
  JSON.stringify({
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Next: 'B', Retry: retry, Arguments: { FunctionName: 'validate' } },
      B: { Type: 'Task', Next: 'C', Catch: [{ ErrorEquals: ['X'], Next: 'D' }] },
      C: { Type: 'Task', End: true, Arguments: { FunctionName: 'notify' } },
      D: { Type: 'Task', Next: 'C', Arguments: { FunctionName: 'refund' } },
    },
  }),
);

describe(readMachineFacts, () => {
  it('follows the way on which nothing fails', () => {
    expect(facts.happyPath).toEqual(['A', 'B', 'C']);
    expect(facts.functions).toEqual(['validate', 'notify']);
  });

  it('does not follow a loop for ever', () => {
    const loop = { StartAt: 'A', States: { A: { Next: 'B' }, B: { Next: 'A' } } };
    expect(readMachineFacts(JSON.stringify(loop)).happyPath).toEqual(['A', 'B']);
  });

  it.each([
    [['Busy'], { number: 1, of: 6 }],
    [['Busy', 'Slow', 'Busy'], { number: 3, of: 6 }],
    [['Busy', 'Odd'], { number: 1, of: 3 }],
    [['Other', 'Other'], { number: 2, of: 2 }],
  ])('counts a retry within the retrier of its error: %j', (errors, expected) => {
    expect(facts.retryAfter('A', errors)).toEqual(expected && expect.objectContaining(expected));
  });

  it('knows no retry where there is none', () => {
    expect(facts.retryAfter('B', ['Busy'])).toBeUndefined();
  });
});
