import { describe, expect, it } from 'vitest';
import { failureNoteSchema, reasonsOf } from './failure-note.ts';

const note = (cause?: string) => ({
  stage: 'payment',
  error: 'PaymentDeclined',
  ...(cause !== undefined && { cause }),
});
const functionError = (errorMessage: unknown) =>
  note(JSON.stringify({ errorType: 'PaymentDeclined', errorMessage, trace: [] }));

describe(reasonsOf, () => {
  it('reads a reason a line from the error of a function', () => {
    expect(reasonsOf(functionError('The card has expired.'))).toEqual(['The card has expired.']);
    expect(reasonsOf(functionError('one\n\ntwo\n'))).toEqual(['one', 'two']);
  });

  it.each([
    ['no cause', note()],
    ['an empty cause', note('')],
    ['the text of a time-out', note('The task timed out after 20 seconds')],
    ['JSON that is a text', note('"a text"')],
    ['JSON that is null', note('null')],
    ['JSON that is a list', note('[1]')],
    ['an error without message', note('{"errorType":"x"}')],
    ['a message that is no text', functionError({ a: 1 })],
    ['an empty message', functionError('')],
  ])('finds none in %s', (_what, given) => {
    expect(reasonsOf(given)).toEqual([]);
  });
});

it('the note that a Catch writes fits the schema', () => {
  expect(failureNoteSchema.parse(note('text'))).toEqual(note('text'));
  expect(failureNoteSchema.safeParse({ stage: 'payment' }).success).toBe(false);
});
