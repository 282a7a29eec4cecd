import type { Assembly, StateMachine } from '@order-workflow/local';

/** Which of the two machines: the one that takes orders, or the one that cancels them. */
export type MachineName = 'orders' | 'cancellations';

/** A state in which a function works. */
export interface FunctionState {
  readonly machine: MachineName;
  readonly state: string;
  /** The word of its stage, by which faults are aimed at it. */
  readonly target: string;
}

/** The states of both machines in which the functions of stages work. */
export function functionStates({
  functions,
  stateMachine,
  cancellation,
}: Pick<Assembly, 'functions' | 'stateMachine' | 'cancellation'>): readonly FunctionState[] {
  function statesOf(machine: MachineName, { definition }: Pick<StateMachine, 'definition'>): readonly FunctionState[] {
    const { States } = JSON.parse(definition) as {
      readonly States: Readonly<Record<string, { readonly Arguments?: { readonly FunctionName?: string } }>>;
    };
    return Object.entries(States).flatMap(([state, { Arguments: { FunctionName = '' } = {} }]) => {
      const target = functions.find(({ arn }) => `${FunctionName}:`.startsWith(`${arn}:`))?.stage?.word;
      return target === undefined ? [] : [{ machine, state, target }];
    });
  }
  return [...statesOf('orders', stateMachine), ...(cancellation ? statesOf('cancellations', cancellation) : [])];
}
