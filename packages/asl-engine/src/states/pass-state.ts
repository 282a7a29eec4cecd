import { exitState } from '../execution/exit-state.ts';
import type { CompileState } from './state-source.ts';
import { compileNext } from './state-source.ts';

/** Compiles a Pass state (spec, "Pass State"): hands its input, or a fixed Result, on. */
export const compilePassState: CompileState = ({ name, reader, dialect }) => {
  const next = compileNext(reader);
  const pass = dialect.compilePass(reader);
  return {
    name,
    type: 'Pass',
    run(fiber, input) {
      const output = pass(input, fiber);
      return output instanceof Promise
        ? output.then((settled) => exitState(fiber, settled, next))
        : exitState(fiber, output, next);
    },
  };
};
