import { readAssembly, synthesizedHere } from '@order-workflow/local';
import { functionStates, type MachineName } from './function-states.ts';
import { stockStages } from './stock/stock-stages.ts';

const assembly = readAssembly(synthesizedHere());

/** The states of the synthesized workflow, and of what cancels its orders, in which functions work. */
export const statesHere = functionStates(assembly);

/** The stages that hold stock, where the workflow has them. */
export const stockHere = stockStages(assembly);

/** What both machines were synthesized to; without one that cancels, of a machine that has no states. */
export const definitionsHere: Readonly<Record<MachineName, string>> = {
  orders: assembly.stateMachine.definition,
  cancellations: assembly.cancellation?.definition ?? '{"States":{}}',
};
