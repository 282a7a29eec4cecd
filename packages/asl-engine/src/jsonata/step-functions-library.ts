import { createHash } from 'node:crypto';
import jsonata from 'jsonata';
import { hashAlgorithms } from '../expression/hash-algorithms.ts';
import { isoInstant } from '../json/instant.ts';
import type { RandomSource } from '../random/random-source.ts';
import { createJavaRandom } from '../random/random-source.ts';
import { mostBytes, outOfMemory } from './evaluation-limits.ts';

/** What the functions of one evaluation draw on. */
export interface LibraryContext {
  readonly random: RandomSource;
  now(): number;
}

/** The binding that holds an evaluation's LibraryContext; no expression can name it. */
export const contextBinding = ' library context';

interface Focus {
  readonly environment: { lookup(name: string): unknown };
}

type Implementation = Parameters<jsonata.Expression['registerFunction']>[1];

/** A value that a function was given and cannot take. The code and the wording are those of jsonata's own errors. */
class JsonataProblem extends Error {
  override readonly name = 'JsonataProblem';
  readonly code = 'T0410';
  /** Which argument, from 1 on; jsonata makes the message of it. */
  readonly index: number;

  constructor(index: number) {
    super(`Argument ${index} does not match function signature`);
    this.index = index;
  }
}

/** The most items `$range` may give (measured on AWS). */
const longestRange = 360_145;

const formatInstant = jsonata('$fromMillis(instant, picture, timezone)');

/**
 * The functions AWS adds to JSONata (Developer Guide, "JSONata functions provided by Step Functions"), those whose outcome must come
 * from the execution's clock and random source, `$pad` and `$length`, which must not fill the memory, and `$string`, which AWS has write every number; each with jsonata's signature of it. What
 * gives undefined here gives nothing on AWS (measured).
 */
const library: Readonly<Record<string, readonly [signature: string, implementation: Implementation]>> = {
  partition: ['<xn:a>', partition],
  range: ['<nnn?:x>', range],
  hash: ['<ss?:s>', hash],
  parse: ['<s:x>', parse],
  random: [
    '<n?:n>',
    function (this: Focus, seed?: number) {
      return seed === undefined ? contextOf(this).random.next() : createJavaRandom(seed)();
    },
  ],
  uuid: [
    '<:s>',
    function (this: Focus) {
      return contextOf(this).random.uuid();
    },
  ],
  millis: [
    '<:n>',
    function (this: Focus) {
      return contextOf(this).now();
    },
  ],
  now: [
    '<s?s?:s>',
    function (this: Focus, picture?: string, timezone?: string) {
      const instant = contextOf(this).now();
      return picture === undefined ? isoInstant(instant) : formatInstant.evaluate({ instant, picture, timezone });
    },
  ],
  pad: ['<s-ns?:s>', pad],
  length: ['<s-:n>', lengthOf],
  string: ['<x-b?:s>', textOf],
};

/** Gives an expression those functions of the library that its text may call. */
export function registerLibrary(expression: jsonata.Expression, text: string): void {
  for (const [name, [signature, implementation]] of Object.entries(library))
    if (text.includes(`$${name}`)) expression.registerFunction(name, implementation, signature);
}

function contextOf({ environment }: Focus): LibraryContext {
  return environment.lookup(contextBinding) as LibraryContext;
}

function partition(array?: unknown, size?: number): unknown {
  if (array === undefined || size === undefined) return undefined;
  if (!Array.isArray(array)) throw new JsonataProblem(1);
  const length = Math.trunc(size);
  if (length <= 0 || array.length === 0) return undefined;
  return Array.from({ length: Math.ceil(array.length / length) }, (_, chunk) =>
    array.slice(chunk * length, (chunk + 1) * length),
  );
}

function range(...given: readonly (number | undefined)[]): unknown {
  const [first, last, step] = given.map((value) => (value === undefined ? Number.NaN : Math.trunc(value)));
  if (first === undefined || last === undefined || step === undefined) return undefined;
  const length = Math.floor((last - first) / step) + 1;
  if (!Number.isFinite(length) || length < 1) return undefined;
  if (length > longestRange) throw outOfMemory();
  return length === 1 ? first : Array.from({ length }, (_, index) => first + index * step);
}

function hash(data?: string, name?: string): unknown {
  if (data === undefined || name === undefined) return undefined;
  const algorithm = Object.hasOwn(hashAlgorithms, name) ? hashAlgorithms[name] : undefined;
  if (algorithm === undefined) throw new JsonataProblem(2);
  return createHash(algorithm).update(data).digest('hex');
}

function parse(text?: string): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonataProblem(1);
  }
}

// As jsonata's own: characters are code points, a negative width fills up in front.
function pad(text?: string, width = 0, fill = ' '): unknown {
  if (text === undefined) return undefined;
  if (Math.abs(width) > mostBytes) throw outOfMemory();
  const missing = Math.trunc(Math.abs(width)) - [...text].length;
  const signs = [...(fill === '' ? ' ' : fill)];
  if (missing <= 0) return text;
  const padding = Array.from({ length: missing }, (_, index) => signs[index % signs.length]).join('');
  return width < 0 ? padding + text : text + padding;
}

// In code points, as jsonata's own, which makes a list of them.
function lengthOf(text?: string): unknown {
  if (text === undefined) return undefined;
  let length = text.length;
  for (let index = 0; index < text.length - 1; index++)
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      length--;
      index++;
    }
  return length;
}

const writeText = jsonata('$string(value, prettify)');

// A number that JSON does not have is written as everywhere on AWS; jsonata's own refuses it.
function textOf(value?: unknown, prettify?: boolean): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'string' || value === undefined) return value;
  return writeText.evaluate({ value, prettify });
}
