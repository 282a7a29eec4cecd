import ts from 'typescript';

/** Characters of a module, and what takes their place. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is done to a node of a module. */
export type Operator = (node: ts.Node) => Edit;

/** Other code in its place; what stood there can be part of it. */
export function replace(by: string | ((was: string) => string)): Operator {
  return (node) => {
    const was = node.getText();
    const becomes = typeof by === 'string' ? by : by(was);
    const text = ts.isShorthandPropertyAssignment(node) ? `${was}: ${becomes}` : becomes;
    return { from: node.getStart(), to: node.end, text };
  };
}

/** A statement, or one of a list with its comma: a property with its value, an argument, an element. */
export const drop: Operator = (node) => {
  const whole = ts.isPropertyAssignment(node.parent) ? node.parent : node;
  const { text } = whole.getSourceFile();
  const comma = /^\s*,/.exec(text.slice(whole.end))?.[0].length ?? 0;
  const from = comma === 0 && text[whole.pos - 1] === ',' ? whole.pos - 1 : whole.pos;
  return { from, to: whole.end + comma, text: '' };
};

/** What stands left and right of an operator. */
export const swap: Operator = (node) => {
  if (!ts.isBinaryExpression(node)) throw new TypeError(`nothing to swap in ${node.getText()}`);
  const { left, operatorToken, right } = node;
  const text = [right, operatorToken, left].map((part) => part.getText()).join(' ');
  return { from: node.getStart(), to: node.end, text };
};
