import type { CompileState } from '../definition/compile-state.ts';
export const compileMapState: CompileState = () => undefined;
