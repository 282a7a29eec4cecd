#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { integrationsAt } from './serve/endpoint-integrations.ts';
import { lambdaAt } from './serve/lambda-endpoint.ts';
import { serveStepFunctions } from './serve/serve-step-functions.ts';

const usage = `usage: asl-engine serve [--port 8083] [--host 127.0.0.1] [--account 123456789012] [--region us-east-1]
                        [--endpoint URL] [--lambda-endpoint URL] [--allow-remote]

Serves AWS Step Functions' API for any state machine. Tasks are passed on to --endpoint, an emulator of the other services, and
Lambda functions to --lambda-endpoint (or --endpoint). Both must be on this machine unless --allow-remote is given.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ port: { type: 'string', default: '8083' }, host: { type: 'string', default: '127.0.0.1' } },
    ...{ account: { type: 'string', default: '123456789012' }, region: { type: 'string', default: 'us-east-1' } },
    ...{ endpoint: { type: 'string' }, 'lambda-endpoint': { type: 'string' } },
    ...{ 'allow-remote': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  },
});

if (values.help || positionals[0] !== 'serve' || !/^\d+$/.test(values.port) || !/^\d{12}$/.test(values.account)) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

const { endpoint, 'lambda-endpoint': lambdaEndpoint = endpoint, region } = values;
for (const given of [endpoint, lambdaEndpoint]) {
  if (given === undefined || values['allow-remote']) continue;
  const { hostname } = new URL(given);
  if (!/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) {
    console.error(`${given} is not on this machine: give --allow-remote if that is meant`);
    process.exit(2);
  }
}

const server = await serveStepFunctions({
  ...{ port: Number(values.port), host: values.host, account: values.account },
  ...(endpoint !== undefined && { integrations: integrationsAt(endpoint, region) }),
  ...(lambdaEndpoint !== undefined && { invokeLambda: lambdaAt(lambdaEndpoint, region) }),
});
console.log(`Step Functions' API at ${server.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.close().then(() => process.exit(0)));
