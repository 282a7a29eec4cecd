import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findCardNumbers, violationText } from '@order-workflow/order-domain';
import { findJsonProblem, findJsonSyntaxError, type JsonSyntaxError } from '@order-workflow/order-domain/json';
import { isJsonObject } from '../json/json-object.ts';
import { printable } from '../terminal/printable-text.ts';

/** An order as it was given, or why it cannot be read. */
export type GivenOrder =
  | { readonly source: string; readonly order: unknown }
  | { readonly source: string; readonly problem: InputUnreadable };

/** The most that Step Functions takes as the input of an execution (quotas, "Maximum input or output size"). */
const largestInput = 262_144;

/** Reads files, or standard input for `-`. Each holds one order as JSON, or many, as JSON Lines or as a list. Never throws for an input. */
export async function readOrders(sources: readonly string[], stdin?: NodeJS.ReadableStream): Promise<GivenOrder[]> {
  const given: GivenOrder[] = [];
  for (const source of sources) {
    try {
      given.push(...splitOrders(inputName(source), await readInput(source, stdin)));
    } catch (error) {
      if (!(error instanceof InputUnreadable)) throw error;
      given.push({ source: inputName(source), problem: error });
    }
  }
  return given;
}

/**
 * The orders of a text: it is JSON Lines when its first line is JSON by itself and others follow, and a list of orders when it is
 * one of objects.
 */
export function splitOrders(name: string, text: string): readonly GivenOrder[] {
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]));
  const [first] = lines;
  if (!first) return [{ source: name, problem: new InputUnreadable(`${name} is empty, expected an order as JSON`) }];
  if (lines.length === 1 || findJsonSyntaxError(first.line))
    return listedOrders(name, text) ?? [parseOrder(name, name, text)];
  return lines.map(({ line, number }) => parseOrder(name, `${name}:${number}`, line, number));
}

/** The orders of a list of them; undefined of all else, also where it cannot be read as it stands. */
function listedOrders(name: string, text: string): readonly GivenOrder[] | undefined {
  if (!text.trimStart().startsWith('[') || findJsonProblem(text)) return undefined;
  const list: readonly unknown[] = JSON.parse(text);
  if (list.length === 0 || !list.every(isJsonObject)) return undefined;
  return list.map((order, index) => parseOrder(name, `${name}[${index}]`, JSON.stringify(order)));
}

function parseOrder(name: string, source: string, text: string, firstLine = 1): GivenOrder {
  const bytes = Buffer.byteLength(text);
  if (bytes > largestInput) {
    const sizes = `${bytes.toLocaleString('en')} bytes long; Step Functions takes at most ${largestInput.toLocaleString('en')}`;
    return { source, problem: new InputUnreadable(`${source} is ${sizes}`) };
  }
  const found = findJsonProblem(text);
  if (!found) return withoutCardNumber(source, JSON.parse(text));
  const what = found.isJson ? 'cannot be read as it stands' : 'cannot be read as JSON';
  return { source, problem: new InputUnreadable(`${name} ${what}: ${describeJsonFault(text, found, firstLine)}`) };
}

/** The number of a card is refused here, before an execution keeps its input; Validate Order would refuse it only then. */
function withoutCardNumber(source: string, order: unknown): GivenOrder {
  const [found] = findCardNumbers(order);
  return found ? { source, problem: new InputUnreadable(`${source}: ${violationText(found)}`) } : { source, order };
}

const excerptWidth = 64;

/** `line 3, column 17: expected a comma or "}"`, and the place itself with a mark under it. */
function describeJsonFault(text: string, { offset, problem }: JsonSyntaxError, firstLine = 1): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const number = String(firstLine + text.slice(0, lineStart).split('\n').length - 1);
  const column = offset - lineStart;
  const from = Math.max(0, Math.min(column - excerptWidth / 2, line.length - excerptWidth));
  const excerpt = printable(line.slice(from, from + excerptWidth));
  const gutter = ' '.repeat(number.length);
  return [
    `line ${number}, column ${column + 1}: ${problem}`,
    `  ${number} | ${excerpt}`,
    `  ${gutter} | ${' '.repeat(column - from)}^`,
  ].join('\n');
}

/** Above it a text is not read at all: nobody places so many orders in one go. */
const longestText = 256 * 1024 * 1024;

/** Reasons of the file system in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
};

/**
 * The whole text of a file, or of standard input for `-`.
 *
 * @throws InputUnreadable when it cannot be read, is too long or is not UTF-8
 */
async function readInput(source: string, stdin: NodeJS.ReadableStream = process.stdin): Promise<string> {
  const name = inputName(source);
  const stream = source === '-' ? stdin : createReadStream(locate(source));
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > longestText) throw new InputUnreadable(`${name} is longer than ${longestText / 1024 / 1024} MiB`);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof InputUnreadable) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputUnreadable(`${name} cannot be read: ${reasons[code] ?? code}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new InputUnreadable(`${name} is not text in UTF-8`);
  }
}

/** How messages call an input. */
function inputName(source: string): string {
  return source === '-' ? 'standard input' : source;
}

/** Relative to where the user stands: a package manager runs scripts elsewhere and says so in INIT_CWD. */
function locate(path: string): string {
  const typedIn = process.env['INIT_CWD'];
  return !existsSync(path) && typedIn !== undefined ? resolve(typedIn, path) : path;
}

/** An input that is not an order at all, whatever a stage would say to it. The message names the input. */
class InputUnreadable extends Error {
  override readonly name = 'InputUnreadable';
}
