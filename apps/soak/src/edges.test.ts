import { createVirtualClock, execute, parseDefinition, TaskFailure } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { failureEdges, takenEdges } from './edges.ts';

const task = (name: string, more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name },
  ...more,
});
const definition = JSON.stringify({
  StartAt: 'Work',
  States: {
    Work: task('work', {
      Retry: [
        { ErrorEquals: ['No'], MaxAttempts: 0 },
        { ErrorEquals: ['Busy', 'Slow'], MaxAttempts: 2 },
      ],
      Catch: [
        { ErrorEquals: ['No'], Next: 'Done' },
        { ErrorEquals: ['States.ALL'], Next: 'Undo' },
      ],
      Next: 'Done',
    }),
    Undo: task('undo', { Retry: [{ ErrorEquals: ['States.ALL'] }], Next: 'Done' }),
    Done: { Type: 'Succeed' },
  },
});

/** Runs it with these errors of its functions, in turn; then they work. */
async function taken(errors: Readonly<Record<string, readonly string[]>>) {
  const left = Object.fromEntries(Object.entries(errors).map(([name, list]) => [name, [...list]]));
  const execution = execute(parseDefinition(definition), {
    clock: createVirtualClock(),
    invokeLambda({ functionName }) {
      const error = left[functionName]?.shift();
      if (error !== undefined) throw new TaskFailure(error, '');
      return { payload: {} };
    },
  });
  await execution.result;
  return [...takenEdges(definition, execution.history())];
}

describe(failureEdges, () => {
  it('has one for each error name of each Retry and Catch, and none for what is not to be retried', () => {
    expect(failureEdges(definition)).toEqual([
      'Work: Busy → retry',
      'Work: Slow → retry',
      'Work: No → Done',
      'Work: States.ALL → Undo',
      'Undo: States.ALL → retry',
    ]);
  });
});

describe(takenEdges, () => {
  it.each<[Record<string, readonly string[]>, readonly string[]]>([
    [{}, []],
    [{ work: ['Busy', 'Busy', 'Slow'] }, ['Work: Busy → retry', 'Work: States.ALL → Undo']],
    [{ work: ['Slow', 'No'] }, ['Work: Slow → retry', 'Work: No → Done']],
    [{ work: ['Odd'], undo: ['Any'] }, ['Work: States.ALL → Undo', 'Undo: States.ALL → retry']],
  ])('tells which way each failure went: %j', async (errors, edges) => {
    expect(await taken(errors)).toEqual(edges);
  });
});
