import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { TaskFailure } from '../host/task-failure.ts';
import type { TaskIntegration } from '../host/task-handler.ts';
import { sdkErrorName, sdkName } from './sdk-names.ts';
import { fromApi, toApi } from './sdk-shapes.ts';

interface Client {
  send(command: Command): Promise<object>;
}

interface Command {
  /** What it is called, what it takes and gives. */
  readonly schema: readonly [unknown, unknown, unknown, unknown, input: unknown, output: unknown];
}

type Constructor<Made> = new (options: object) => Made;
type ClientPackage = Readonly<Record<string, unknown>>;

/**
 * Finds `aws-sdk:<service>:<action>` in the clients of AWS's SDK for JavaScript (`@aws-sdk/client-…`) that are installed in a
 * folder or above it: their requests, answers and errors are the service's own. The answer is undefined when the service's client is not there.
 */
export function sdkClientsIn(folder: string, endpoint: string): (key: string) => TaskIntegration | undefined {
  const require = createRequire(import.meta.url);
  const clients = new Map<string, Client>();
  return (key) => {
    const [, service = '', action = ''] = /^aws-sdk:([a-z0-9]+):(\w+)$/.exec(key) ?? [];
    const found = packageOf(service, folder);
    if (found === undefined) return undefined;
    const sdk: ClientPackage = require(found);
    const Client = exportNamed<Constructor<Client>>(sdk, (name) => /^[A-Z]\w*Client$/.test(name));
    const Command = exportNamed<Constructor<Command>>(sdk, isCommandOf(action));
    if (!Client || !Command) return undefined;
    const named = sdkName(Client.name.replace(/Client$/, ''));
    return async (parameters, { stateMachineArn }) => {
      const [, , , region = '', account = ''] = stateMachineArn.split(':');
      const place = `${service} ${region} ${account}`;
      const client = clients.get(place) ?? new Client(optionsOf(endpoint, region, account));
      clients.set(place, client);
      const { schema } = new Command({});
      try {
        const answer = await client.send(new Command(toApi(parameters, schema[4]) as object));
        return await fromApi(answer, schema[5]);
      } catch (problem) {
        throw failureOf(problem, named, sdk);
      }
    };
  };
}

function optionsOf(endpoint: string, region: string, account: string): object {
  const credentials = { accessKeyId: account, secretAccessKey: 'local' };
  return { endpoint, region, credentials, maxAttempts: 1, forcePathStyle: true, disableHostPrefix: true };
}

// Step Functions writes a service's name in small letters and in one: `rdsdata` is `@aws-sdk/client-rds-data`.
function packageOf(service: string, folder: string): string | undefined {
  const scope = join(folder, 'node_modules', '@aws-sdk');
  const name = packagesIn(scope).find(
    (one) => one.startsWith('client-') && one.slice('client-'.length).replaceAll('-', '') === service,
  );
  if (name !== undefined) return join(scope, name);
  return dirname(folder) === folder ? undefined : packageOf(service, dirname(folder));
}

function packagesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isCommandOf(action: string): (name: string) => boolean {
  const wanted = `${action}Command`.toLowerCase();
  return (name) => name.toLowerCase() === wanted;
}

function exportNamed<Kind>(sdk: ClientPackage, fits: (name: string) => boolean): Kind | undefined {
  const name = Object.keys(sdk).find(fits);
  return name === undefined ? undefined : (sdk[name] as Kind);
}

// An error that is not in the service's model is the service's general one; no answer at all is the SDK's.
function failureOf(problem: unknown, named: string, sdk: ClientPackage): TaskFailure {
  const { name, message, $metadata } = problem as Error & {
    readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  };
  if ($metadata?.httpStatusCode === undefined) return new TaskFailure(`${named}.SdkClientException`, message);
  const error = Object.hasOwn(sdk, name) ? sdkErrorName(name) : `${named}Exception`;
  const told = `Service: ${named}, Status Code: ${$metadata.httpStatusCode}, Request ID: ${$metadata.requestId}`;
  return new TaskFailure(`${named}.${error}`, `${message} (${told})`);
}
