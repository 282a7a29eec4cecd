import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type Altered, findAltered } from './find-altered.ts';

/** Where a text stops being JSON, or being kept as it is. Lines and columns count from 1. */
export interface JsonSyntaxError {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

const problems: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no value of JSON',
  InvalidNumberFormat: 'this is no number',
  PropertyNameExpected: 'expected a key in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected a colon',
  CommaExpected: 'expected a comma',
  CloseBraceExpected: 'expected a comma or "}"',
  CloseBracketExpected: 'expected a comma or "]"',
  EndOfFileExpected: 'expected the end of the text',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'this string does not end',
  UnexpectedEndOfNumber: 'this number does not end',
  InvalidUnicode: 'unknown escape sequence',
  InvalidEscapeCharacter: 'unknown escape sequence',
  InvalidCharacter: 'a string cannot hold a control character or a line break',
};

/**
 * Finds the first place where a text is not JSON, or where it is JSON that would be changed when it is read; undefined when
 * it is sent as it stands. `JSON.parse` is the judge of what is JSON.
 */
export function findJsonSyntaxError(text: string): JsonSyntaxError | undefined {
  const found = find(text);
  if (found === undefined) return undefined;
  const lines = text.slice(0, found.offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, problem: found.problem };
}

function find(text: string): Altered | undefined {
  try {
    return findError(text) ?? findAltered(text);
  } catch (error) {
    // Both walk down into what is nested, as whoever reads it would.
    if (!(error instanceof RangeError)) throw error;
    return { offset: 0, problem: 'nested deeper than any order is' };
  }
}

function findError(text: string): Altered | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    const first = errors[0];
    const problem = (first && problems[printParseErrorCode(first.error)]) ?? 'this is not JSON';
    return { offset: first?.offset ?? text.length, problem };
  }
}
