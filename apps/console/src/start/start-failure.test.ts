import { describe, expect, it } from 'vitest';
import { Refusal } from '../api/refusal.ts';
import { Unreachable } from '../api/unreachable.ts';
import { readStartFailure } from './start-failure.ts';

describe(readStartFailure, () => {
  it.each([
    [new Refusal('InvalidName', 'no'), 'name', 'InvalidName: no', false],
    [new Refusal('ExecutionAlreadyExists', 'it exists'), 'name', 'ExecutionAlreadyExists: it exists', true],
    [new Refusal('InvalidExecutionInput', 'too long'), 'order', 'InvalidExecutionInput: too long', false],
    [new Refusal('StateMachineDoesNotExist', 'gone'), 'form', 'StateMachineDoesNotExist: gone', false],
    [new Unreachable('it does not answer.'), 'form', 'it does not answer. Nothing is lost: start it again.', false],
  ])('%s belongs to the field %s', (error, field, message, alreadyExists) => {
    expect(readStartFailure(error)).toEqual({ field, message, alreadyExists });
  });
});
