import type { CompileState } from '../definition/compile-state.ts';
export const compileParallelState: CompileState = () => undefined;
