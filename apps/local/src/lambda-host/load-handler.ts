import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkerStart } from './worker-messages.ts';

/** A handler as Lambda calls it. Node 24's runtime knows no callbacks. */
export type Handler = (event: unknown, context: unknown) => unknown;

/** Endings in the order in which Lambda's runtime looks for them. */
const endings = ['.mjs', '.js', '.cjs'];

/** Thrown with the names that Lambda's Node runtime uses when it cannot find the handler. */
class HandlerMissing extends Error {
  constructor(name: 'Runtime.ImportModuleError' | 'Runtime.HandlerNotFound', message: string) {
    super(message);
    this.name = name;
  }
}

/** Imports the bundle and finds its handler. Whatever the bundle throws while it loads comes through as it is. */
export async function loadHandler({ codeDirectory, handler }: WorkerStart): Promise<Handler> {
  const separator = handler.lastIndexOf('.');
  const module = handler.slice(0, separator);
  const name = handler.slice(separator + 1);
  const path = endings.map((ending) => join(codeDirectory, module + ending)).find(existsSync);
  if (path === undefined) {
    throw new HandlerMissing('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`);
  }
  const exported: unknown = await import(pathToFileURL(path).href);
  const found: unknown = (exported as Record<string, unknown>)[name];
  if (typeof found !== 'function') {
    throw new HandlerMissing('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  }
  return found as Handler;
}
