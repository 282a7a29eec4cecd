import { describe, expect, it } from 'vitest';
import { Unreachable } from '../api/ask-server.ts';
import { Refusal } from '../api/refusal.ts';
import { readStartFailure } from './start-failure.ts';

describe(readStartFailure, () => {
  it.each([
    [new Refusal('InvalidName', 'no'), 'name', 'InvalidName: no', undefined],
    [new Refusal('ExecutionAlreadyExists', 'it exists'), 'name', 'ExecutionAlreadyExists: it exists', 'mine'],
    [new Refusal('InvalidExecutionInput', 'too long'), 'order', 'InvalidExecutionInput: too long', undefined],
    [new Refusal('StateMachineDoesNotExist', 'gone'), 'form', 'StateMachineDoesNotExist: gone', undefined],
    [new Unreachable('it does not answer.'), 'form', 'it does not answer. Nothing is lost: start it again.', undefined],
  ])('%s belongs to the field %s', (error, field, message, taken) => {
    expect(readStartFailure(error, 'mine')).toEqual({ field, message, taken });
  });
});
