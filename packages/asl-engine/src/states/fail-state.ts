import { StateFailure } from '../failure/state-failure.ts';
import type { CompileState } from './state-source.ts';

/** Compiles a Fail state (spec, "Fail State"): ends the machine or the branch with an error. */
export const compileFailState: CompileState = ({ name, reader, dialect }) => {
  const readError = dialect.compileText(reader, 'Error');
  const readCause = dialect.compileText(reader, 'Cause');
  return {
    name,
    type: 'Fail',
    async run(fiber, input) {
      const error = await readError(input, fiber);
      const cause = await readCause(input, fiber);
      throw new StateFailure({ kind: 'task', error, cause });
    },
  };
};
