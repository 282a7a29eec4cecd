interface Machine {
  readonly StartAt?: string;
  readonly States?: Record<string, unknown>;
}

/** Leaves out what cannot be reached, so that definitions get as far as running. */
export function pruneDefinition(machine: Machine): Machine {
  const all = machine.States ?? {};
  const reached = new Set<string>();
  const visit = (name: string) => {
    if (reached.has(name) || !(name in all)) return;
    reached.add(name);
    const { ItemProcessor: _processor, Branches: _branches, ...own } = all[name] as Record<string, unknown>;
    for (const [, target] of JSON.stringify(own).matchAll(/"(?:Next|Default)":"([^"]+)"/g)) visit(target ?? '');
  };
  visit(machine.StartAt ?? '');
  const kept = [...reached].map((name) => [name, pruneInner(all[name] as Record<string, unknown>)]);
  return { ...machine, States: Object.fromEntries(kept) };
}

function pruneInner(state: Record<string, unknown>): Record<string, unknown> {
  const { ItemProcessor, Branches } = state as { ItemProcessor?: Machine; Branches?: Machine[] };
  return {
    ...state,
    ...(ItemProcessor && { ItemProcessor: pruneDefinition(ItemProcessor) }),
    ...(Branches && { Branches: Branches.map(pruneDefinition) }),
  };
}
