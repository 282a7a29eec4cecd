import type { HistoryEvent } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { type ShownStep, trackSteps, waitingStep } from './track-steps.ts';

const expected = ['Validate', 'Pay', 'Ship', 'Tell'].map(waitingStep);

let id = 0;
const event = (type: string, details: Readonly<Record<string, unknown>> = {}): HistoryEvent => {
  const common = { id: ++id, previousEventId: 0, timestamp: new Date(id), type };
  return { ...common, [`${type.replace(/^(Task|Choice)State/, 'state')}EventDetails`]: details } as HistoryEvent;
};
const entered = (name: string, input: object = {}) => event('TaskStateEntered', { name, input: JSON.stringify(input) });
const exited = (name: string, output: object = {}) =>
  event('TaskStateExited', { name, output: JSON.stringify(output) });
const failed = (error: string, cause = '') => event('TaskFailed', { error, cause });
const scheduled = () => event('TaskScheduled');

const track = (...events: HistoryEvent[]) => events.reduce<readonly ShownStep[]>(trackSteps, expected);
const seen = (steps: readonly ShownStep[]) => steps.map(({ state, status }) => `${state}: ${status}`);

describe(trackSteps, () => {
  it('lights up one state after another', () => {
    expect(seen(track(entered('Validate'), scheduled()))).toEqual([
      'Validate: running',
      'Pay: waiting',
      'Ship: waiting',
      'Tell: waiting',
    ]);
    expect(seen(track(entered('Validate'), scheduled(), exited('Validate'), entered('Pay')))).toEqual([
      'Validate: done',
      'Pay: running',
      'Ship: waiting',
      'Tell: waiting',
    ]);
  });

  it('keeps what a state adds to the record', () => {
    const [step] = track(entered('Validate', { order: 1 }), exited('Validate', { order: 1, validation: { total: 2 } }));
    expect(step?.left).toEqual({ validation: { total: 2 } });
  });

  it('counts failed attempts of a state that succeeds in the end', () => {
    const [step] = track(entered('Validate'), scheduled(), failed('Busy'), scheduled(), exited('Validate'));
    expect(step).toMatchObject({ status: 'done', failures: [{ error: 'Busy' }] });
  });

  it('leaves the states that the workflow passes over where they are', () => {
    const steps = track(entered('Validate'), scheduled(), failed('Rejected'), exited('Validate'), entered('Tell'));
    expect(seen(steps)).toEqual(['Validate: caught', 'Pay: waiting', 'Ship: waiting', 'Tell: running']);
  });

  it('puts a state that nobody expected after the one before it', () => {
    const steps = track(
      entered('Validate'),
      exited('Validate'),
      entered('Pay'),
      failed('Lost'),
      exited('Pay'),
      entered('Refund'),
      exited('Refund'),
      entered('Tell'),
    );
    expect(seen(steps)).toEqual(['Validate: done', 'Pay: caught', 'Refund: done', 'Ship: waiting', 'Tell: running']);
  });

  it('shows a state that is entered again as another step', () => {
    const steps = track(entered('Validate'), exited('Validate'), entered('Validate'));
    expect(seen(steps).slice(0, 2)).toEqual(['Validate: done', 'Validate: running']);
  });

  it('marks the state at which the execution fails, with the message of its function', () => {
    const cause = JSON.stringify({ errorType: 'Down', errorMessage: 'the gateway is down', trace: [] });
    const [step] = track(
      entered('Validate'),
      failed('Down', cause),
      event('ExecutionFailed', { error: 'Down', cause }),
    );
    expect(step).toMatchObject({ status: 'failed', failures: [{ error: 'Down', message: 'the gateway is down' }] });
  });

  it('marks the state in which the execution is stopped, although nothing failed there', () => {
    const [step] = track(entered('Validate'), scheduled(), event('ExecutionTimedOut', { error: 'States.Timeout' }));
    expect(step).toMatchObject({ status: 'failed', failures: [{ error: 'States.Timeout', message: '' }] });
  });
});
