import { styleText } from 'node:util';
import type { FunctionLog } from '../lambda-host/function-instance.ts';
import { printable } from '../terminal/printable.ts';

/** Writes what functions write to standard error, each line under its function's name. */
export const writeFunctionLog: FunctionLog = (functionName, text) => {
  const name = styleText('dim', `${shortName(functionName)} │`, { stream: process.stderr });
  for (const line of text.trimEnd().split('\n')) process.stderr.write(`${name} ${printable(line)}\n`);
};

/** Without the stack's name in front and the hash behind, which CloudFormation adds. */
function shortName(functionName: string): string {
  return functionName.replace(/^.*-/, '').replace(/[0-9A-F]{8}$/, '');
}
