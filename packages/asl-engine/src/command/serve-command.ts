import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { integrationsAt } from '../serve/endpoint-integrations.ts';
import { type HttpConnection, httpInvoke, isOnThisMachine } from '../serve/http-invoke.ts';
import { lambdaAt } from '../serve/lambda-endpoint.ts';
import { serveStepFunctions } from '../serve/serve-step-functions.ts';
import { CommandMisused } from './command-misused.ts';

/** `asl-engine serve`: answers Step Functions' API until it is interrupted. Throws CommandMisused. */
export async function serveCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ port: { type: 'string', default: '8083' }, host: { type: 'string', default: '127.0.0.1' } },
      ...{ account: { type: 'string', default: '123456789012' }, region: { type: 'string', default: 'us-east-1' } },
      ...{ endpoint: { type: 'string' }, 'lambda-endpoint': { type: 'string' } },
      ...{ 'mock-config': { type: 'string' }, connections: { type: 'string' } },
      'begins-after': { type: 'string', default: '100' },
      'allow-remote': { type: 'boolean', default: false },
    },
  });
  if (!/^\d+$/.test(values.port)) throw new CommandMisused(`--port ${values.port}: expected a number`);
  if (!/^\d{12}$/.test(values.account)) throw new CommandMisused(`--account ${values.account}: expected twelve digits`);
  const beginsAfter = values['begins-after'];
  if (!/^\d+$/.test(beginsAfter))
    throw new CommandMisused(`--begins-after ${beginsAfter}: expected a number of milliseconds`);
  const { endpoint, 'lambda-endpoint': lambdaEndpoint = endpoint, region } = values;
  for (const given of [endpoint, lambdaEndpoint])
    if (given !== undefined && !values['allow-remote'] && !isOnThisMachine(given))
      throw new CommandMisused(`${given} is not on this machine: give --allow-remote if that is meant`);

  const passed = endpoint === undefined ? undefined : integrationsAt(endpoint, process.cwd());
  const connections =
    values.connections === undefined
      ? {}
      : (readObject('connections', values.connections) as Record<string, HttpConnection>);
  const server = await serveStepFunctions({
    ...{
      port: Number(values.port),
      host: values.host,
      account: values.account,
      beginsAfter: Number(beginsAfter),
      region,
    },
    ...(values['mock-config'] !== undefined && { mockConfig: readObject('mock-config', values['mock-config']) }),
    ...(passed && { findIntegration: passed.findIntegration }),
    integrations: {
      'http:invoke': httpInvoke({ connections, allowRemote: values['allow-remote'] }),
      ...passed?.integrations,
    },
    ...(lambdaEndpoint !== undefined && { invokeLambda: lambdaAt(lambdaEndpoint) }),
  });
  console.log(`Step Functions' API at ${server.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.close().then(() => process.exit(0)));
}

function readObject(flag: 'mock-config' | 'connections', file: string): JsonObject {
  let found: Json = null;
  try {
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch (problem) {
    throw new CommandMisused(`--${flag} ${file}: ${problem instanceof Error ? problem.message : problem}`);
  }
  if (isJsonObject(found)) return found;
  throw new CommandMisused(`--${flag} ${file}: expected an object with ${members[flag]}`);
}

const members = {
  'mock-config': 'StateMachines and MockedResponses',
  connections: 'what each connection adds, by its ARN: { headers, query, body }',
} as const;
