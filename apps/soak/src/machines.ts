import { mayFailAt, type Platform } from '@order-workflow/local';
import type { Machine } from './executions.ts';
import type { MachineName } from './function-states.ts';

/** A state machine as it is run, and the states where an execution of it may fail. */
export type JudgedMachine = Machine & { readonly mayFail: ReadonlySet<string> };

export type Machines = Readonly<Record<MachineName, JudgedMachine>>;

/** The two state machines of a platform. */
export function machinesOf({
  assembly,
  definition,
  cancellation,
}: Pick<Platform, 'assembly' | 'definition' | 'cancellation'>): Machines {
  if (!assembly.cancellation || !cancellation) throw new Error('the workflow has no state machine that cancels orders');
  return {
    orders: { ...assembly.stateMachine, compiled: definition, mayFail: mayFailAt(assembly) },
    cancellations: {
      ...assembly.cancellation,
      compiled: cancellation,
      mayFail: mayFailAt(assembly, assembly.cancellation),
    },
  };
}
