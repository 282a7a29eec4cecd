import { readAssembly, synthesizedHere } from '@order-workflow/local';
import { functionStates } from './function-states.ts';

/** The states of the synthesized workflow, and of what cancels its orders, in which functions work. */
export const statesHere = functionStates(readAssembly(synthesizedHere()));
