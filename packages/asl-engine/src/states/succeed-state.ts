import { compileLeaving, inputScope } from '../dataflow/jsonata-flow.ts';
import { compileSelection } from '../dataflow/jsonpath-flow.ts';
import { exitState } from '../execution/exit-state.ts';
import type { CompileState } from './compile-state.ts';

/** Compiles a Succeed state (spec, "Succeed State"): ends the machine or the branch well. */
export const compileSucceedState: CompileState = (reader, name) => {
  if (reader.queryLanguage === 'JSONata') {
    const leave = compileLeaving(reader);
    return {
      name,
      type: 'Succeed',
      async run(fiber, input) {
        return exitState(fiber, await leave(inputScope(input, fiber), input), undefined);
      },
    };
  }
  const select = compileSelection(reader, 'InputPath');
  const filter = compileSelection(reader, 'OutputPath');
  return {
    name,
    type: 'Succeed',
    run: (fiber, input) =>
      exitState(fiber, { output: filter(select(input, fiber), fiber), assigned: undefined }, undefined),
  };
};
