import type { JsonataNode } from './jsonata-node.ts';

/** The variables an expression reads, and whether it reads `$states` as a whole. */
export interface JsonataVariables {
  readonly names: readonly string[];
  /** All names that stand after a dollar sign: variables, also those it binds, and functions. */
  readonly mentioned: readonly string[];
  readonly whole: boolean;
}

interface Found {
  readonly read: Set<string>;
  readonly bound: Set<string>;
  readonly called: Set<string>;
  whole: boolean;
}

/** Collects the variables an expression reads without binding them itself (`:=`, a function's parameters, focus and index). */
export function variablesOf(tree: JsonataNode): JsonataVariables {
  const found: Found = { read: new Set(), bound: new Set(['states']), called: new Set(), whole: false };
  visit(tree, false, found);
  return {
    names: [...found.read].filter((name) => !found.bound.has(name)),
    mentioned: [...new Set([...found.read, ...found.called])],
    whole: found.whole,
  };
}

function visit(value: unknown, isStep: boolean, found: Found): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, isStep, found);
  } else if (typeof value === 'object' && value !== null && !(value instanceof RegExp)) {
    visitNode(value as JsonataNode, isStep, found);
  }
}

function visitNode(node: JsonataNode, isStep: boolean, found: Found): void {
  if (node.type === 'variable' && typeof node.value === 'string' && node.value !== '' && node.value !== '$') {
    found.read.add(node.value);
    if (node.value === 'states' && !isStep) found.whole = true;
  }
  collectBindings(node, found.bound);
  const isLongPath = node.type === 'path' && (node.steps?.length ?? 0) > 1;
  for (const [key, child] of Object.entries(node)) {
    // A function's name is no variable of the workflow.
    if (key === 'procedure' && (child as JsonataNode | undefined)?.type === 'variable') {
      found.called.add(String((child as JsonataNode).value));
      continue;
    }
    visit(child, isLongPath && key === 'steps', found);
  }
}

function collectBindings(node: JsonataNode, bound: Set<string>): void {
  const target = node.lhs as JsonataNode | undefined;
  if (node.type === 'bind' && typeof target?.value === 'string') bound.add(target.value);
  if (node.type === 'lambda') for (const parameter of node.arguments ?? []) bound.add(String(parameter.value));
  for (const key of ['focus', 'index']) if (typeof node[key] === 'string') bound.add(node[key]);
}
