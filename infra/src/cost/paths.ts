import type { StateDefinition, StateMachineDefinition } from '../diagram/state-machine-definition.ts';
import { decide, type KnownRecord, nothingKnown, written } from './known-record.ts';

/** One way through a state machine, from its start to where an execution ends. */
export interface Path {
  readonly states: readonly string[];
  /** What turned the order off the happy path, in words: `PaymentDeclined at Process Payment`. */
  readonly turns: readonly string[];
}

interface Way extends Path {
  readonly known: KnownRecord;
}

/** Every way to an end, the one that goes well first: none that a choice rules out, by what the states before it have written. */
export function pathsOf({ StartAt, States }: StateMachineDefinition): readonly Path[] {
  function from(name: string, { states, turns, known }: Way): Path[] {
    const state = States[name];
    if (!state) throw new RangeError(`the definition leads to "${name}", which is none of its states`);
    // Where nothing is known of a choice, it could come back for ever.
    if (states.includes(name)) return [];
    const path = { states: [...states, name], turns };
    const ends = state.End || state.Type === 'Succeed' ? [path] : [];
    return [
      ...ends,
      ...waysOut(name, state, known).flatMap(({ to, turn, known }) =>
        from(to, { states: path.states, turns: turn === undefined ? turns : [...turns, turn], known }),
      ),
    ];
  }
  return from(StartAt, { states: [], turns: [], known: nothingKnown });
}

interface WayOut {
  readonly to: string;
  readonly turn?: string;
  readonly known: KnownRecord;
}

function waysOut(name: string, state: StateDefinition, known: KnownRecord): readonly WayOut[] {
  const { Type, Next, Output, Catch = [] } = state;
  if (Type === 'Choice') return choicesOf(name, state, known);
  return [
    ...(Next === undefined ? [] : [{ to: Next, known: written(known, Output) }]),
    ...Catch.map(({ ErrorEquals, Next: to, Output: noted }) => {
      return { to, turn: `${nameOf(ErrorEquals)} at ${name}`, known: written(known, noted) };
    }),
  ];
}

/** The first choice whose condition holds is taken. */
function choicesOf(name: string, { Choices = [], Default }: StateDefinition, before: KnownRecord): readonly WayOut[] {
  const ways: WayOut[] = [];
  let known: KnownRecord | undefined = before;
  for (const { Next: to, Condition, Output } of Choices) {
    if (!known) break;
    const { holds, fails } = decide(known, Condition);
    if (holds) ways.push({ to, turn: `${name} yes`, known: Output === undefined ? holds : written(holds, Output) });
    known = fails;
  }
  return Default === undefined || !known ? ways : [...ways, { to: Default, turn: `${name} no`, known }];
}

function nameOf(errors: readonly string[]): string {
  return errors.map((error) => (error === 'States.ALL' ? 'failure' : error)).join(', ');
}
