import { styleText } from 'node:util';
import type { FunctionLog } from '../lambda-host/function-instance.ts';

/** Writes what functions write to standard error, each line under its function's name. */
export const writeFunctionLog: FunctionLog = (functionName, text) => {
  const name = styleText('dim', `${functionName} │`, { stream: process.stderr });
  for (const line of text.trimEnd().split('\n')) process.stderr.write(`${name} ${line}\n`);
};
