import type { JsonataNode } from './jsonata-node.ts';

/** The members of `$states` that are there in some fields only. */
export type SometimesMember = 'result' | 'errorOutput';

/**
 * What AWS refuses when a machine is created: operators that came after JSONata 2.0.6, references to a context that there is
 * not at the top of an expression, and members of `$states` that the field does not have (Developer Guide, "Transforming data with
 * JSONata"). A sentence for each, in AWS's words where they were measured.
 */
export function findUnsupported(tree: JsonataNode, members: readonly SometimesMember[]): readonly string[] {
  const found = new Set<string>();
  visit(tree, { hasContext: false, members, refuse: (problem) => found.add(`${problem}.`) });
  return [...found];
}

interface Visit {
  /** True within a step, a predicate and the like: there `name` and `$` mean something. */
  readonly hasContext: boolean;
  readonly members: readonly SometimesMember[];
  readonly refuse: (problem: string) => void;
}

// What is evaluated for each item of something, with that item as its context.
const contextual = new Set(['predicate', 'stages', 'group', 'terms', 'pattern', 'update', 'delete']);

function visit(value: unknown, where: Visit): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, where);
  } else if (typeof value === 'object' && value !== null && !(value instanceof RegExp)) {
    visitNode(value as JsonataNode, where);
  }
}

function visitNode(node: JsonataNode, where: Visit): void {
  refuseReference(node, where);
  if (node.type === 'condition') refuseLateOperator(node, where);
  if (node.type === 'path') refuseMember(node.steps ?? [], where);
  for (const [key, child] of Object.entries(node)) {
    if (node.type === 'path' && key === 'steps') {
      const [first, ...rest] = node.steps ?? [];
      visit(first, where);
      visit(rest, { ...where, hasContext: true });
    } else {
      visit(child, contextual.has(key) ? { ...where, hasContext: true } : where);
    }
  }
}

function refuseReference({ type, value }: JsonataNode, { hasContext, refuse }: Visit): void {
  if (type === 'variable' && value === '$') refuse("Reference to '$$' is not supported");
  if (hasContext) return;
  if (type === 'variable' && value === '') refuse("Reference to '$' at the top level is not supported");
  if (type === 'name') refuse(`Reference to '${value}' at the top level is not supported`);
}

// The parser makes a condition of `a ?? b` and `a ?: b`: it calls $exists at no place of the text, or tests the very thing it gives.
function refuseLateOperator({ condition, then }: JsonataNode, { refuse }: Visit): void {
  const { procedure } = condition ?? {};
  if (procedure?.value === 'exists' && procedure['position'] === undefined)
    refuse("The operator '??' is not supported: AWS has JSONata 2.0.6");
  if (JSON.stringify(condition) === JSON.stringify(then))
    refuse("The operator '?:' is not supported: AWS has JSONata 2.0.6");
}

function refuseMember([first, second]: readonly JsonataNode[], { members, refuse }: Visit): void {
  if (first?.type !== 'variable' || first.value !== 'states') return;
  const member = second?.value;
  if ((member === 'result' || member === 'errorOutput') && !members.includes(member))
    refuse(`Reference to '$states.${member}' is not supported in this field`);
}
