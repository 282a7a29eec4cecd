import { createHash } from 'node:crypto';
import { hashAlgorithms } from '../expression/hash-algorithms.ts';
import type { Json } from '../json/json.ts';
import { formatText } from './format-text.ts';
import { IntrinsicFailure, type IntrinsicFunction, objectArgument, textArgument } from './intrinsic-function.ts';

/** The longest text that States.Hash and the Base64 functions take (spec). */
const longestText = 10_000;

/** The intrinsic functions on texts and JSON. */
export const textFunctions: Readonly<Record<string, IntrinsicFunction>> = {
  'States.Format': {
    arity: [1, Number.POSITIVE_INFINITY],
    call: ([template, ...given]) => formatText(textArgument(template), given),
  },
  'States.StringToJson': { arity: [1, 1], call: ([text]) => parse(textArgument(text)) },
  'States.JsonToString': { arity: [1, 1], call: ([value]) => JSON.stringify(value ?? null) },
  'States.Base64Encode': { arity: [1, 1], call: ([text]) => Buffer.from(short(text), 'utf8').toString('base64') },
  'States.Base64Decode': { arity: [1, 1], call: ([text]) => Buffer.from(short(text), 'base64').toString('utf8') },
  'States.Hash': { arity: [2, 2], call: ([data, algorithm]) => hash(data ?? null, textArgument(algorithm)) },
  'States.JsonMerge': { arity: [3, 3], call: ([first, second, deep]) => merge(first, second, deep) },
  'States.StringSplit': {
    arity: [2, 2],
    call: ([text, splitter]) => split(textArgument(text), textArgument(splitter)),
  },
};

function short(value: Json | undefined): string {
  const text = textArgument(value);
  if (text.length > longestText) throw new IntrinsicFailure(`the text is longer than ${longestText} characters`);
  return text;
}

function parse(text: string): Json {
  if (text.trim() === '') return null;
  try {
    const value: Json = JSON.parse(text);
    return value === 0 ? 0 : value;
  } catch {
    throw new IntrinsicFailure('the text is not valid JSON');
  }
}

function hash(data: Json, name: string): Json {
  const algorithm = hashAlgorithms[name];
  if (algorithm === undefined)
    throw new IntrinsicFailure(`'${name}' is none of ${Object.keys(hashAlgorithms).join(', ')}`);
  return createHash(algorithm)
    .update(short(typeof data === 'string' ? data : JSON.stringify(data)))
    .digest('hex');
}

function merge(first: Json | undefined, second: Json | undefined, deep: Json | undefined): Json {
  if (deep !== false) throw new IntrinsicFailure('only shallow merges are supported: the third argument must be false');
  return { ...objectArgument(first), ...objectArgument(second) };
}

// Every character of the splitter splits, and what would be empty is left out.
function split(text: string, splitter: string): Json {
  const parts: string[] = [];
  let part = '';
  for (const character of text) {
    if (!splitter.includes(character)) {
      part += character;
    } else if (part !== '') {
      parts.push(part);
      part = '';
    }
  }
  return part === '' ? parts : [...parts, part];
}
