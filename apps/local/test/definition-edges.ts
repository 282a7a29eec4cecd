import { functionNameOf } from '../src/assembly/describe-function.ts';

interface State {
  readonly Arguments?: { readonly FunctionName?: string };
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
}

/** Every way from a state to another one that a definition has, as `from → to`. */
export function definitionEdges(definition: string): readonly string[] {
  const { States }: { readonly States: Readonly<Record<string, State>> } = JSON.parse(definition);
  const edges = Object.entries(States).flatMap(([from, { Next, Default, Choices = [], Catch = [] }]) =>
    [Next, Default, ...[...Choices, ...Catch].map((way) => way.Next)].flatMap((to) => (to ? [`${from} → ${to}`] : [])),
  );
  return [...new Set(edges)].toSorted();
}

/** The ways that an execution took. */
export function edgesBetween(states: readonly string[]): readonly string[] {
  return states.slice(1).map((to, index) => `${states[index]} → ${to}`);
}

/** Each error that a state catches on the way of an order that goes well, with the function of the state. */
export function catchesOnTheWay(definition: string) {
  const { StartAt, States }: { readonly StartAt: string; readonly States: Readonly<Record<string, State>> } =
    JSON.parse(definition);
  const way: string[] = [];
  for (let name: string | undefined = StartAt; name; name = States[name]?.Next) way.push(name);
  return way.flatMap((state) => {
    const { Arguments, Catch = [] } = States[state] ?? {};
    const functionName = functionNameOf(Arguments?.FunctionName ?? '');
    return Catch.flatMap(({ ErrorEquals, Next: next }) =>
      ErrorEquals.map((error) => ({ state, functionName, error, next })),
    );
  });
}
