import { findCardNumbers, violationText } from '@order-workflow/order-domain';
import { findJsonProblem, findJsonSyntaxError, type JsonSyntaxError } from '@order-workflow/order-domain/json';
import { isJsonObject } from '../json/json-object.ts';
import { printable } from '../terminal/printable-text.ts';
import { InputUnreadable, inputName, readInput } from './read-input.ts';

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
