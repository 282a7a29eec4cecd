interface State {
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Catch?: readonly { readonly Next: string }[];
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
