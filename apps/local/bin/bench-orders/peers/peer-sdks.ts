import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// What is used of the peers' packages, which are installed for a run only: by their own declarations of the pinned versions.

/** https://docs.restate.dev/develop/ts/services */
export interface RestateSdk {
  workflow<Input, Output>(definition: {
    readonly name: string;
    readonly handlers: { run(context: RestateContext, input: Input): Promise<Output> };
  }): object;
  serve(options: { readonly services: readonly object[]; readonly port: number }): Promise<number>;
}

interface RestateContext {
  run<Result>(name: string, action: () => Promise<Result>): Promise<Result>;
}

/** https://docs.dbos.dev/typescript/programming-guide */
export interface DbosSdk {
  readonly DBOS: {
    setConfig(config: { readonly name: string; readonly systemDatabaseUrl: string; readonly logLevel: string }): void;
    registerWorkflow<Input, Output>(
      workflow: (input: Input) => Promise<Output>,
      options: { readonly name: string },
    ): (input: Input) => Promise<Output>;
    runStep<Result>(step: () => Promise<Result>, options: { readonly name: string }): Promise<Result>;
    startWorkflow<Input, Output>(
      workflow: (input: Input) => Promise<Output>,
      options: { readonly workflowID: string },
    ): (input: Input) => Promise<{ getResult(): Promise<Output> }>;
    launch(): Promise<void>;
    shutdown(): Promise<void>;
  };
}

/** Loads a package out of the `node_modules` of a folder. */
export async function loadFrom<Sdk>(folder: string, name: string): Promise<Sdk> {
  const file = createRequire(join(folder, 'package.json')).resolve(name);
  return import(pathToFileURL(file).href);
}
