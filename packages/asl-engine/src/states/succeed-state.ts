import { exitState } from '../execution/exit-state.ts';
import type { CompileState } from './state-source.ts';

/** Compiles a Succeed state (spec, "Succeed State"): ends the machine or the branch well. */
export const compileSucceedState: CompileState = ({ name, reader, dialect }) => {
  const succeed = dialect.compileSucceed(reader);
  return {
    name,
    type: 'Succeed',
    run: (fiber, input) => succeed(input, fiber, (output) => exitState(fiber, output, undefined)),
  };
};
