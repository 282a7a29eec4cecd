import type { EvaluationContext } from '../expression/evaluation-context.ts';
import { SyntaxProblem } from '../expression/syntax-problem.ts';
import { TextCursor } from '../expression/text-cursor.ts';
import type { Json } from '../json/json.ts';
import { compileParsedPath } from '../jsonpath/compile-path.ts';
import { readPath } from '../jsonpath/parse-path.ts';
import { PathNotFound } from '../jsonpath/path-failure.ts';
import { arrayFunctions } from './array-functions.ts';
import { IntrinsicFailure, type IntrinsicFunction } from './intrinsic-function.ts';
import { numberFunctions } from './number-functions.ts';
import { textFunctions } from './text-functions.ts';

/** Gives an intrinsic function's value. Throws StateFailure's sources: IntrinsicFailure and PathNotFound. */
export type Intrinsic = (input: Json, context: EvaluationContext) => Json;

const functions: Readonly<Record<string, IntrinsicFunction>> = {
  ...arrayFunctions,
  ...textFunctions,
  ...numberFunctions,
};
/** The most intrinsic functions in one field, nested (Developer Guide, "Intrinsic functions"). */
const mostCalls = 10;
const functionName = /States\.[A-Za-z0-9]+/y;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const word = /(?:true|false|null)(?!\w)/y;

/** Compiles `States.…(…)`, calls within calls included. Throws SyntaxProblem. */
export function compileIntrinsic(text: string): Intrinsic {
  const cursor = new TextCursor(text);
  const call = readCall(cursor);
  const calls = text.replace(/'(?:\\.|[^'\\])*'/gs, "''").split('States.').length - 1;
  if (calls > mostCalls)
    cursor.fail(`at most ${mostCalls} intrinsic functions may stand within one another, not ${calls}`);
  cursor.skipSpace();
  if (!cursor.done) cursor.fail('unexpected character');
  return call;
}

function readCall(cursor: TextCursor): Intrinsic {
  const start = cursor.at;
  const name = cursor.match(functionName) ?? cursor.fail('expected an intrinsic function');
  const definition = functions[name];
  if (!definition) throw new SyntaxProblem(`'${name}' is not an intrinsic function`);
  const given = readArguments(cursor, name);
  const text = cursor.text.slice(start, cursor.at);
  return (input, context) => apply(name, definition, text, given, input, context);
}

function apply(
  name: string,
  { arity: [least, most], call }: IntrinsicFunction,
  text: string,
  given: readonly Intrinsic[],
  input: Json,
  context: EvaluationContext,
): Json {
  const values = given.map((read) => read(input, context));
  try {
    // AWS takes a definition whose call has too many or too few arguments; the call fails (measured).
    if (values.length < least || values.length > most)
      throw new IntrinsicFailure(wrongCount(least, most, values.length));
    return call(values, context);
  } catch (problem) {
    if (!(problem instanceof IntrinsicFailure)) throw problem;
    throw new IntrinsicFailure(
      `The function '${text}' had the following error: Invalid arguments in ${name}: ${problem.message}`,
    );
  }
}

function wrongCount(least: number, most: number, given: number): string {
  if (least === most) return `expected ${least} and was given ${given}`;
  return `expected ${Number.isFinite(most) ? `${least} to ${most}` : `${least} or more`} and was given ${given}`;
}

function readArguments(cursor: TextCursor, name: string): Intrinsic[] {
  const given: Intrinsic[] = [];
  cursor.skipSpace();
  cursor.expect('(');
  cursor.skipSpace();
  if (cursor.take(')')) return given;
  do {
    cursor.skipSpace();
    given.push(readArgument(cursor, name === 'States.Format' && given.length === 0));
    cursor.skipSpace();
  } while (cursor.take(','));
  cursor.expect(')');
  return given;
}

function readArgument(cursor: TextCursor, isTemplate: boolean): Intrinsic {
  if (cursor.peek() === "'") {
    const text = readText(cursor, isTemplate);
    return () => text;
  }
  if (cursor.peek() === '$') return readPathArgument(cursor);
  if (cursor.peek() === 'S') return readCall(cursor);
  const literal = cursor.match(number) ?? cursor.match(word) ?? cursor.fail('expected an argument');
  const value: Json = JSON.parse(literal);
  return () => value;
}

function readPathArgument(cursor: TextCursor): Intrinsic {
  const start = cursor.at;
  const parsed = readPath(cursor);
  const path = compileParsedPath(cursor.text.slice(start, cursor.at), parsed);
  return (input, context) => {
    const value = path.read(input, context);
    if (value === undefined) throw new PathNotFound(path.text);
    return value;
  };
}

// A template keeps its escapes: States.Format itself reads them, so that `\{}` is not a place.
function readText(cursor: TextCursor, keepEscapes: boolean): string {
  cursor.expect("'");
  let text = '';
  while (!cursor.take("'")) {
    if (cursor.done) cursor.fail('a text is not closed');
    const character = cursor.peek();
    cursor.at++;
    if (character === '\\') {
      const escaped = cursor.peek();
      if (!/^[{}'\\]$/.test(escaped))
        cursor.fail("after a backslash may only stand ', {, } or a backslash, not the character");
      cursor.at++;
      text += keepEscapes ? `\\${escaped}` : escaped;
    } else {
      text += character;
    }
  }
  return text;
}
