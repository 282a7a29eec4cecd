import ts from 'typescript';

/** Whether a node is what a step of a place asks for, by its word, and which part of it is meant; undefined if not. */
type Kind = (node: ts.Node, word: string) => ts.Node | undefined;

/**
 * The kinds of places in a module, by what stands there and never by how it is written: who moves, formats or reorders the
 * code leaves the places where they are.
 */
const kinds = {
  /** A function, or a method, of this name. */
  function: (node, word) => (ts.isFunctionLike(node) && isNamed(node.name, word) ? node : undefined),
  /** What a variable of this name begins with. */
  const: (node, word) => (ts.isVariableDeclaration(node) && isNamed(node.name, word) ? node.initializer : undefined),
  /** The value of a property of this name, in an object or a class. */
  property: propertyValue,
  /** What spreads an object with a property of this name, under a condition: `...(b && { a })`. */
  spread: (node, word) => (isConditionalSpread(node) && holds(propertyValue, node, word) ? node : undefined),
  /** What the function or class of this name is called with: `argument 2 of operationKey`. */
  argument: (node, word) => {
    const [, number, callee = ''] = /^(\d+) of (\S+)$/.exec(word) ?? [];
    return isCallOf(node, callee) ? node.arguments?.[Number(number) - 1] : undefined;
  },
  /** A call of the function, or `new` of the class, of this name. */
  call: (node, word) => (isCallOf(node, word) ? node : undefined),
  /** The case of a switch for this value. */
  case: (node, word) => (ts.isCaseClause(node) && isLiteral(node.expression, word) ? node : undefined),
  default: (node) => (ts.isDefaultClause(node) ? node : undefined),
  /** What decides between two ways, and mentions this name: of an `if`, of `a ? b : c`, of a spread. */
  condition: (node, word) => {
    const condition = conditionOf(node);
    return condition && mentions(condition, word) ? condition : undefined;
  },
  /** An `if` whose condition mentions this name. */
  if: (node, word) => (ts.isIfStatement(node) && mentions(node.expression, word) ? node : undefined),
  /** What is returned, where it mentions this name, or where anything is. */
  return: (node, word) => {
    const returned = ts.isReturnStatement(node) ? node.expression : undefined;
    return returned && (word === '' || mentions(returned, word)) ? returned : undefined;
  },
  /** A text of these characters. */
  literal: (node, word) => (isLiteral(node, word) && !ts.isLiteralTypeNode(node.parent) ? node : undefined),
  /** A template, in backquotes, that mentions this name. */
  template: (node, word) => (ts.isTemplateExpression(node) && mentions(node, word) ? node : undefined),
  /** Where the name is read: `total`, or with what it is a member of, `validation.total`. */
  use: (node, word) => (isNamed(node, word) && ts.isIdentifier(node) && !isGiven(node) ? withOwner(node) : undefined),
} satisfies Record<string, Kind>;

/** Steps from the module inwards, each a kind and a word: `case pending > return`. */
export type CodePlace = `${keyof typeof kinds}${'' | ` ${string}`}`;

/** All the nodes of a module, or of a part of it, at a place. */
export function findPlaces(root: ts.Node, place: CodePlace): readonly ts.Node[] {
  let found: readonly ts.Node[] = [root];
  for (const step of place.split(' > ')) {
    const [, kind = '', word = ''] = /^(\S+) ?(.*)$/.exec(step) ?? [];
    const asked: Kind | undefined = new Map<string, Kind>(Object.entries(kinds)).get(kind);
    if (!asked) throw new RangeError(`"${step}" is no place, expected one of ${Object.keys(kinds).join(', ')}`);
    found = [...new Set(found.flatMap((node) => search(asked, node, word)))];
  }
  return found;
}

function propertyValue(node: ts.Node, word: string): ts.Node | undefined {
  if (ts.isShorthandPropertyAssignment(node)) return isNamed(node.name, word) ? node : undefined;
  const has = ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node);
  return has && isNamed(node.name, word) ? node.initializer : undefined;
}

function search(kind: Kind, root: ts.Node, word: string): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    const one = kind(node, word);
    if (one) found.push(one);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

const holds = (kind: Kind, root: ts.Node, word: string) => search(kind, root, word).length > 0;
const mentions = (root: ts.Node, word: string) => holds((node) => (isNamed(node, word) ? node : undefined), root, word);

function isNamed(name: ts.Node | undefined, word: string): boolean {
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === word;
}

function isLiteral(node: ts.Node, word: string): boolean {
  return (ts.isStringLiteral(node) || ts.isNumericLiteral(node)) && node.text === word;
}

function isCallOf(node: ts.Node, word: string): node is ts.CallExpression | ts.NewExpression {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  const { expression } = node;
  return isNamed(ts.isPropertyAccessExpression(expression) ? expression.name : expression, word);
}

function isConditionalSpread(node: ts.Node): node is ts.SpreadAssignment {
  return ts.isSpreadAssignment(node) && ts.isParenthesizedExpression(node.expression);
}

function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node)) return node.expression;
  if (ts.isConditionalExpression(node)) return node.condition;
  if (!isConditionalSpread(node) || !ts.isParenthesizedExpression(node.expression)) return undefined;
  const { expression } = node.expression;
  return ts.isBinaryExpression(expression) ? expression.left : undefined;
}

/** Where a name is given, or the key of a property, nothing is read. */
function isGiven(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isBindingElement(parent)) return parent.initializer !== name;
  return !ts.isPropertyAccessExpression(parent) && 'name' in parent && parent.name === name;
}

function withOwner(name: ts.Identifier): ts.Node {
  const { parent } = name;
  return ts.isPropertyAccessExpression(parent) && parent.name === name ? parent : name;
}
