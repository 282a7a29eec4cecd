import type { StateDefinition, StateMachineDefinition } from '../diagram/state-machine-definition.ts';

/** One way through a state machine, from its start to where an execution ends. */
export interface Path {
  readonly states: readonly string[];
  /** What turned the order off the happy path, in words: `PaymentDeclined at Process Payment`. */
  readonly turns: readonly string[];
}

/** Every way to an end, the one that goes well first. What comes back to a state is no way: its choices let no execution go it (plan-standing.ts). */
export function pathsOf({ StartAt, States }: StateMachineDefinition): readonly Path[] {
  function from(name: string, before: Path): Path[] {
    const state = States[name];
    if (!state) throw new RangeError(`the definition leads to "${name}", which is none of its states`);
    if (before.states.includes(name)) return [];
    const path = { ...before, states: [...before.states, name] };
    const ends = state.End || state.Type === 'Succeed' ? [path] : [];
    return [
      ...ends,
      ...waysOut(name, state).flatMap(({ to, turn }) =>
        from(to, turn ? { ...path, turns: [...path.turns, turn] } : path),
      ),
    ];
  }
  return from(StartAt, { states: [], turns: [] });
}

function waysOut(name: string, { Next, Default, Choices = [], Catch = [] }: StateDefinition) {
  return [
    ...(Next === undefined ? [] : [{ to: Next }]),
    ...Choices.map((choice) => ({ to: choice.Next, turn: `${name} yes` })),
    ...(Default === undefined ? [] : [{ to: Default, turn: `${name} no` }]),
    ...Catch.map(({ ErrorEquals, Next: to }) => ({ to, turn: `${nameOf(ErrorEquals)} at ${name}` })),
  ] as { to: string; turn?: string }[];
}

function nameOf(errors: readonly string[]): string {
  return errors.map((error) => (error === 'States.ALL' ? 'failure' : error)).join(', ');
}
