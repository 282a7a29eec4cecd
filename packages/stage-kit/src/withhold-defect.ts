import { nameOfDefect } from './invocation-end.ts';
import { Fault, NoticedDefect, Rejection } from './stage-failure.ts';

/** Stands for a defect whose own words may hold anything, a customer's address among them. */
class WithheldDefect extends Error {
  constructor(name: string, stateName: string, frames: readonly string[]) {
    super(`a defect of ${stateName}; its own words are withheld, for they may hold personal data`);
    this.name = name;
    this.stack = [`${name}: ${this.message}`, ...frames].join('\n');
  }
}

/**
 * What a handler throws becomes the error's cause in the execution's history, and Lambda writes it into the log. Ours
 * passes as it is; of any other defect only the name and the places in the code are left.
 */
export function withholdDefect(thrown: unknown, stateName: string): unknown {
  if (thrown instanceof Rejection || thrown instanceof Fault || thrown instanceof NoticedDefect) return thrown;
  return new WithheldDefect(nameOfDefect(thrown), stateName, thrown instanceof Error ? framesOf(thrown) : []);
}

/** The lines of a stack that say where, behind the message, which may have as many lines as it likes. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const behind = stack.slice(stack.indexOf(message) + message.length);
  return behind.split('\n').filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
}
