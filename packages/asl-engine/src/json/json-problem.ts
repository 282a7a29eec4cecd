/** What is wrong with a text that is no JSON, and where. */
export interface JsonProblem {
  /** In the words of AWS's parser, Jackson. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

type Wanted = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma' | 'end';

const values = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const expected: Readonly<Record<Wanted, string>> = {
  value: `a valid value ${values}`,
  'value or ]': `a valid value ${values}`,
  name: 'double-quote to start field name',
  'name or }': 'double-quote to start field name',
  colon: 'a colon to separate field name and value',
  comma: 'comma to separate entries',
  end: 'end of input',
};

const token = /\s*(?:("(?:[^"\\\p{Cc}]|\\.)*")|(-?\d[\d.eE+-]*)|([\p{L}_$][\p{L}\p{N}_$]*)|(\S))/uy;

/** What is wrong with a text that is no JSON; one pass, however long the text. */
export function jsonProblem(text: string): JsonProblem {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  token.lastIndex = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [, string, number, word, mark = ''] = found;
    const end = token.lastIndex;
    const next = step(wanted, { string, number, word, mark }, open);
    if (next !== undefined) wanted = next;
    else if (word !== undefined && wanted.startsWith('value'))
      return placed(text, end, `Unrecognized token '${word}': was expecting ${values}`);
    else {
      const character = (string ?? number ?? word ?? mark).slice(0, 1);
      const code = `('${character}' (code ${character.codePointAt(0)}))`;
      const at = end - (string ?? number ?? word ?? mark).length + 1;
      return placed(text, at, `Unexpected character ${code}: was expecting ${expected[wanted]}`);
    }
    if (end >= text.length) break;
  }
  return placed(text, text.length, `Unexpected end-of-input: was expecting ${expected[wanted]}`);
}

interface Token {
  readonly string: string | undefined;
  readonly number: string | undefined;
  readonly word: string | undefined;
  readonly mark: string;
}

// What may come after a token; undefined when the token may not stand here.
function step(wanted: Wanted, found: Token, open: string[]): Wanted | undefined {
  const { string, mark } = found;
  if (mark !== '' && closing[wanted]?.includes(mark) && mark === closerOf(open)) {
    open.pop();
    return after(open);
  }
  switch (wanted) {
    case 'name':
    case 'name or }':
      return string === undefined ? undefined : 'colon';
    case 'colon':
      return mark === ':' ? 'value' : undefined;
    case 'comma':
      if (mark !== ',') return undefined;
      return open.at(-1) === '{' ? 'name' : 'value';
    case 'value':
    case 'value or ]':
      return afterValue(found, open);
    case 'end':
      return undefined;
  }
}

const closing: Partial<Readonly<Record<Wanted, string>>> = { comma: ']}', 'value or ]': ']', 'name or }': '}' };

function closerOf(open: readonly string[]): string {
  return open.at(-1) === '{' ? '}' : ']';
}

function after(open: readonly string[]): Wanted {
  return open.length > 0 ? 'comma' : 'end';
}

function afterValue({ string, number, word = '', mark }: Token, open: string[]): Wanted | undefined {
  if (mark === '{' || mark === '[') {
    open.push(mark);
    return mark === '{' ? 'name or }' : 'value or ]';
  }
  const isValue = string !== undefined || number !== undefined || ['true', 'false', 'null'].includes(word);
  return isValue ? after(open) : undefined;
}

function placed(text: string, end: number, message: string): JsonProblem {
  const before = text.slice(0, end);
  const line = before.split('\n').length;
  return { message, line, column: end - (before.lastIndexOf('\n') + 1) + 1 };
}
