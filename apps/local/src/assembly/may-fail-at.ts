import type { Assembly, StateMachine } from './assembly.ts';

interface State {
  readonly Resource?: string;
  readonly Arguments?: { readonly FunctionName?: string };
}

/**
 * The states where an execution may fail, since software may leave it to a person there (design: "an execution fails only when a
 * person must act"): the first, before which nothing is held; every undo, which nobody may skip; where a notice is parked; and
 * where a cancellation stops the order's execution. Of the machine that takes orders, unless another is given.
 * Read from what is synthesized, so that a stage or an undo more needs no word here. By what a state catches it cannot be
 * told, since what is missing there would be allowed.
 */
export function mayFailAt(
  { functions, stateMachine }: Pick<Assembly, 'functions' | 'stateMachine'>,
  { definition }: Pick<StateMachine, 'definition'> = stateMachine,
): ReadonlySet<string> {
  const { StartAt, States } = JSON.parse(definition) as {
    readonly StartAt: string;
    readonly States: Readonly<Record<string, State>>;
  };
  const undoes = ({ Arguments: { FunctionName = '' } = {} }: State) =>
    functions.some(({ arn, stage }) => stage?.undoes !== undefined && `${FunctionName}:`.startsWith(`${arn}:`));
  const persons = ({ Resource = '' }: State) => /:(sqs:sendMessage|aws-sdk:sfn:stopExecution)$/.test(Resource);
  const others = Object.entries(States).flatMap(([name, state]) => (undoes(state) || persons(state) ? [name] : []));
  return new Set([StartAt, ...others]);
}
