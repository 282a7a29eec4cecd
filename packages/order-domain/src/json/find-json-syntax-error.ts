/** Where a text stops being JSON, and why. */
export interface JsonSyntaxError {
  /** Index of the UTF-16 code unit. */
  readonly offset: number;
  /** What is wrong there, as the end of a sentence: `expected a comma or "}"`. */
  readonly problem: string;
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

const expectations: Readonly<Record<Expected, string>> = {
  value: 'expected a value',
  'value or ]': 'expected a value or "]"',
  key: 'expected a key in double quotes',
  'key or }': 'expected a key in double quotes or "}"',
  ':': 'expected a colon',
  ', or end': 'expected a comma or the closing bracket',
  nothing: 'expected the end of the text',
};

const whitespace = /[ \t\n\r]*/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** How far a text has been read. */
interface Reading {
  readonly text: string;
  readonly maxDepth: number;
  /** The brackets that are open. */
  readonly open: ('{' | '[')[];
  at: number;
}

/** Reads one token; gives what may follow, or the fault. */
type Step = (reading: Reading, character: string, expected: Expected) => Expected | JsonSyntaxError;

/**
 * Finds the first place where a text is not JSON (RFC 8259), or where it nests deeper than `maxDepth` levels. Undefined
 * when it is JSON. It does not recurse, so a text cannot exhaust the stack.
 */
export function findJsonSyntaxError(text: string, maxDepth = Number.POSITIVE_INFINITY): JsonSyntaxError | undefined {
  const reading: Reading = { text, maxDepth, open: [], at: 0 };
  for (let expected: Expected = 'value'; ; ) {
    reading.at = matchEnd(whitespace, text, reading.at) ?? reading.at;
    const character = text[reading.at];
    if (character === undefined) {
      if (expected === 'nothing') return undefined;
      return reading.open.length > 0
        ? fault(reading, 'the text ends too early')
        : fault(reading, expectations[expected]);
    }
    const next = steps[expected](reading, character, expected);
    if (typeof next !== 'string') return next;
    expected = next;
  }
}

const steps: Readonly<Record<Expected, Step>> = {
  nothing: (reading) => fault(reading, expectations.nothing),
  ':': (reading, character) => (character === ':' ? take(reading, 'value') : fault(reading, expectations[':'])),
  ', or end': (reading, character) => {
    const inObject = reading.open.at(-1) === '{';
    const closing = inObject ? '}' : ']';
    if (character === ',') return take(reading, inObject ? 'key' : 'value');
    return character === closing ? close(reading) : fault(reading, `expected a comma or "${closing}"`);
  },
  'key or }': (reading, character, expected) =>
    character === '}' ? close(reading) : steps.key(reading, character, expected),
  key: (reading, character, expected) =>
    character === '"' ? readString(reading, ':') : fault(reading, expectations[expected]),
  'value or ]': (reading, character, expected) =>
    character === ']' ? close(reading) : steps.value(reading, character, expected),
  value: (reading, character, expected) => {
    if (character === '"') return readString(reading, afterValue(reading));
    if (character === '{' || character === '[') {
      if (reading.open.length >= reading.maxDepth)
        return fault(reading, `nested deeper than ${reading.maxDepth} levels`);
      reading.open.push(character);
      return take(reading, character === '{' ? 'key or }' : 'value or ]');
    }
    const end = matchEnd(scalar, reading.text, reading.at);
    if (end === undefined) return fault(reading, expectations[expected]);
    reading.at = end;
    return afterValue(reading);
  },
};

function take(reading: Reading, next: Expected): Expected {
  reading.at++;
  return next;
}

function close(reading: Reading): Expected {
  reading.open.pop();
  return take(reading, afterValue(reading));
}

function afterValue({ open }: Reading): Expected {
  return open.length === 0 ? 'nothing' : ', or end';
}

/** Reads the string that opens here. */
function readString(reading: Reading, next: Expected): Expected | JsonSyntaxError {
  const { text } = reading;
  for (let at = reading.at + 1; ; ) {
    const character = text[at];
    if (character === undefined) return fault(reading, 'this string does not end');
    if (character === '"') {
      reading.at = at + 1;
      return next;
    }
    if (character < ' ') return { offset: at, problem: 'a string cannot hold a control character or a line break' };
    const end = character === '\\' ? matchEnd(escapeSequence, text, at) : at + 1;
    if (end === undefined) return { offset: at, problem: 'unknown escape sequence' };
    at = end;
  }
}

function fault({ at }: Reading, problem: string): JsonSyntaxError {
  return { offset: at, problem };
}

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
