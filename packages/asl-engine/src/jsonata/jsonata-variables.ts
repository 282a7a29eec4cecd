import type { JsonataNode } from './jsonata-node.ts';

/** The variables an expression reads, and whether it reads `$states` as a whole. */
export interface JsonataVariables {
  readonly names: readonly string[];
  readonly whole: boolean;
}

/** Collects the variables an expression reads without binding them itself (`:=`, a function's parameters, focus and index). */
export function variablesOf(tree: JsonataNode): JsonataVariables {
  const read = new Set<string>();
  const bound = new Set<string>();
  let whole = false;
  const visit = (node: unknown, inPath: boolean): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item, inPath);
      return;
    }
    if (typeof node !== 'object' || node === null || node instanceof RegExp) return;
    const { type, value, steps } = node as JsonataNode;
    if (type === 'variable' && typeof value === 'string' && value !== '' && value !== '$') {
      read.add(value);
      if (value === 'states' && !inPath) whole = true;
    }
    collectBindings(node as JsonataNode, bound);
    const pathOfStates = type === 'path' && (steps?.length ?? 0) > 1;
    for (const [key, child] of Object.entries(node)) {
      if (key === 'procedure' && (child as JsonataNode | undefined)?.type === 'variable') continue;
      visit(child, pathOfStates && key === 'steps');
    }
  };
  visit(tree, false);
  return { names: [...read].filter((name) => !bound.has(name) && name !== 'states'), whole };
}

function collectBindings(node: JsonataNode, bound: Set<string>): void {
  const target = node.lhs as JsonataNode | undefined;
  if (node.type === 'bind' && typeof target?.value === 'string') bound.add(target.value);
  if (node.type === 'lambda') for (const parameter of node.arguments ?? []) bound.add(String(parameter.value));
  for (const key of ['focus', 'index']) if (typeof node[key] === 'string') bound.add(node[key]);
}
