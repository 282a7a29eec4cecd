import type { JsonataNode } from './jsonata-node.ts';

/** Functions that take time in proportion to what they are given, and give no more than a few times as much. */
const linear = new Set([
  ...[
    'string',
    'length',
    'uppercase',
    'lowercase',
    'trim',
    'substring',
    'substringBefore',
    'substringAfter',
    'contains',
  ],
  ...[
    'join',
    'split',
    'number',
    'floor',
    'ceil',
    'round',
    'abs',
    'sqrt',
    'power',
    'sum',
    'count',
    'max',
    'min',
    'average',
  ],
  ...['boolean', 'not', 'exists', 'append', 'reverse', 'keys', 'lookup', 'merge', 'type', 'error', 'assert'],
  ...['now', 'millis', 'uuid', 'random', 'hash', 'parse', 'partition', 'range', 'eval'],
]);

/** With more of these an expression could multiply what it is given too often. */
const mostCalls = 8;

/**
 * True for an expression that takes time in proportion to its text and its data, whatever they are: it has no loop, no function of its
 * own, no variable of its own, no regular expression. Any other one may run without end, or fill the memory.
 */
export function isBounded(tree: JsonataNode): boolean {
  const counted = { calls: 0 };
  return isPlain(tree, counted) && counted.calls <= mostCalls;
}

interface Counted {
  calls: number;
}

function isPlain(node: JsonataNode | undefined, counted: Counted): boolean {
  if (node === undefined) return true;
  if (!hasPlainAdditions(node)) return false;
  const all = (nodes: readonly (JsonataNode | undefined)[] = []) => nodes.every((inner) => isPlain(inner, counted));
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
    case 'variable':
    case 'name':
      return true;
    case 'path':
      return (node.steps ?? []).every((step, index) => (index === 0 || step.type === 'name') && isPlain(step, counted));
    case 'binary':
      return node.value !== '..' && node.value !== 'in' && all([node.lhs as JsonataNode, node.rhs]);
    case 'unary':
      return all([node['expression'] as JsonataNode | undefined, ...(node.expressions ?? []), ...pairsOf(node)]);
    case 'condition':
      return all([node.condition, node.then, node.else]);
    case 'block':
      return all(node.expressions);
    case 'function':
      counted.calls++;
      return node.procedure?.type === 'variable' && linear.has(String(node.procedure.value)) && all(node.arguments);
    default:
      return false;
  }
}

function pairsOf({ lhs }: JsonataNode): readonly JsonataNode[] {
  return Array.isArray(lhs) ? (lhs as readonly (readonly JsonataNode[])[]).flat() : [];
}

// The one addition to a step that takes no time of its own is a fixed index.
function hasPlainAdditions(node: JsonataNode): boolean {
  if (['group', 'focus', 'index', 'tuple'].some((key) => node[key] !== undefined)) return false;
  const filters = [
    ...((node['predicate'] as JsonataNode[] | undefined) ?? []),
    ...(node.stages ?? []),
  ] as JsonataNode[];
  return filters.every(({ type, ...filter }) => type === 'filter' && (filter['expr'] as JsonataNode).type === 'number');
}

/** How many evaluations nest in one of this expression, at most, apart from loops and calls. */
export function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return 0;
  const own = !Array.isArray(value) && typeof (value as JsonataNode).type === 'string' ? 1 : 0;
  return own + Object.values(value).reduce((most: number, inner) => Math.max(most, depthOf(inner)), 0);
}
