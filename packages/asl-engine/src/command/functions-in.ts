import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TaskFailure } from '../host/task-failure.ts';
import type { InvokeLambda, LambdaInvocation } from '../host/task-handler.ts';
import { CommandMisused } from './command-misused.ts';

/** What Lambda gives a handler as its second argument, as far as a folder of functions has it. */
interface FunctionContext {
  readonly functionName: string;
  readonly invokedFunctionArn: string;
}

type Handler = (event: unknown, context: FunctionContext) => unknown;

/**
 * Runs Lambda functions from the files of a folder: `ChargeFunction.mjs` is the function `ChargeFunction`, and exports a
 * `handler` as AWS wants it, so that the same file can be pasted there. A file is loaded once, as Lambda keeps one warm.
 *
 * @throws CommandMisused when there is no such folder
 */
export function functionsIn(folder: string): InvokeLambda {
  if (!existsSync(folder)) throw new CommandMisused(`--functions ${folder}: there is no such folder`);
  return async ({ functionName, payload }: LambdaInvocation) => {
    const name = bareName(functionName);
    const handler = await loadHandler(folder, name);
    try {
      return { payload: await handler(payload, { functionName: name, invokedFunctionArn: functionName }) };
    } catch (problem) {
      throw failureOf(problem);
    }
  };
}

async function loadHandler(folder: string, name: string): Promise<Handler> {
  const file = resolve(folder, `${name}.mjs`);
  if (!/^[\w-]+$/.test(name) || !existsSync(file))
    throw new TaskFailure('Lambda.ResourceNotFoundException', `Function not found: ${file} should be it.`);
  const { handler } = (await import(pathToFileURL(file).href).catch((problem) => {
    throw failureOf(problem, 'Runtime.ImportModuleError');
  })) as { handler?: unknown };
  if (typeof handler !== 'function')
    throw new TaskFailure('Runtime.HandlerNotFound', `${file} exports no function called handler.`);
  return handler as Handler;
}

/** The name in `name`, `name:alias`, `123456789012:function:name` or an ARN. */
function bareName(given: string): string {
  const [, afterFunction] = /(?:^|:)function:([^:]+)/.exec(given) ?? [];
  return afterFunction ?? given.split(':')[0] ?? given;
}

/** An error as Lambda reports it: under its name, with a document as cause. The trace is left out: it names paths of this machine. */
function failureOf(problem: unknown, name?: string): TaskFailure {
  const error = problem instanceof Error ? problem : new Error(String(problem));
  const errorType = name ?? error.name;
  return new TaskFailure(errorType, JSON.stringify({ errorType, errorMessage: error.message, trace: [] }));
}
