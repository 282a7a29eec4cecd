import { compileFlow } from '../dataflow/compile-flow.ts';
import { exitState } from '../execution/exit-state.ts';
import { compileNext } from './compile-next.ts';
import type { CompileState } from './compile-state.ts';

/** Compiles a Pass state (spec, "Pass State"): hands its input, or a fixed Result, on. */
export const compilePassState: CompileState = (reader, name) => {
  const next = compileNext(reader);
  const flow = compileFlow(reader);
  const fixed = reader.get('Result');
  const isJsonata = reader.queryLanguage === 'JSONata';
  return {
    name,
    type: 'Pass',
    run(fiber, input) {
      const argument = isJsonata ? input : flow.argument(input, fiber);
      if (argument instanceof Promise)
        return argument.then(() => Promise.reject(new Error('unreachable: a path is never asynchronous')));
      const leaving = flow.leave(input, isJsonata ? undefined : (fixed ?? argument), fiber);
      return leaving instanceof Promise
        ? leaving.then((settled) => exitState(fiber, settled, next))
        : exitState(fiber, leaving, next);
    },
  };
};
