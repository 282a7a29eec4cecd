import { parseDefinition } from '../src/index.ts';
import { functionArn } from './run-machine.ts';

/** Two functions, one after the other, each with its answer under its name; the second is tried again once. */
export const twoTasks = parseDefinition({
  StartAt: 'A',
  States: {
    A: { Type: 'Task', Resource: functionArn('a'), ResultPath: '$.a', Next: 'B' },
    B: {
      Type: 'Task',
      Resource: functionArn('b'),
      ResultPath: '$.b',
      Retry: [{ ErrorEquals: ['Odd'], MaxAttempts: 1 }],
      End: true,
    },
  },
});
