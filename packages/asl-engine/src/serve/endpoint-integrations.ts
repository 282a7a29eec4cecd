import { TaskFailure } from '../host/task-failure.ts';
import type { TaskIntegration } from '../host/task-handler.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { callEndpoint, jsonOrText } from './endpoint-call.ts';
import { fromWire, toWire } from './json-names.ts';
import { type JsonService, jsonServices } from './json-services.ts';
import { publishAt } from './publish-endpoint.ts';
import { sdkClientsIn } from './sdk-clients.ts';
import { type ErrorNames, sdkMetadata, serviceFailure } from './service-failure.ts';
import { storageAt } from './storage-endpoint.ts';

/** Optimized integrations that are passed on, and how their errors are named. */
const optimized: Readonly<Record<string, { readonly service: string; readonly names: ErrorNames }>> = {
  ...keyed('dynamodb', ['getItem', 'putItem', 'updateItem', 'deleteItem'], 'dynamodb', {
    ...{ prefix: 'DynamoDB', general: 'AmazonDynamoDBException', optimized: 'AmazonDynamoDBv2' },
  }),
  ...keyed('sqs', ['sendMessage'], 'sqs', { prefix: 'SQS', general: 'AmazonSQSException', optimized: 'AmazonSQS' }),
  ...keyed('events', ['putEvents'], 'eventbridge', {
    ...{ prefix: 'EventBridge', general: 'AmazonEventBridgeException', optimized: 'AmazonEventBridge' },
  }),
};

function keyed(name: string, actions: readonly string[], service: string, names: ErrorNames): typeof optimized {
  return Object.fromEntries(actions.map((action) => [`${name}:${action}`, { service, names }]));
}

/** Integrations that are passed on to an endpoint. */
export interface EndpointIntegrations {
  readonly integrations: Readonly<Record<string, TaskIntegration>>;
  /** Those of whom not every action is known here: `aws-sdk:…` of services that speak AWS JSON. */
  readonly findIntegration: (key: string) => TaskIntegration | undefined;
}

/**
 * Integrations that are passed on to an endpoint: `dynamodb:getItem`, `putItem`, `updateItem`, `deleteItem`, `sqs:sendMessage`,
 * `sns:publish`, `events:putEvents`, what a distributed Map reads and writes, `aws-sdk:…` of services whose client of the SDK is
 * installed in a folder, and of those that speak AWS JSON.
 */
export function integrationsAt(endpoint: string, folder: string): EndpointIntegrations {
  const ofClient = sdkClientsIn(folder, endpoint);
  const integrations: Record<string, TaskIntegration> = {
    ...storageAt(endpoint),
    'sns:publish': publishAt(endpoint, {
      prefix: 'SNS',
      general: 'AmazonSNSException',
      optimized: 'AmazonSNS',
    }),
    'aws-sdk:sns:publish': publishAt(endpoint, { prefix: 'Sns', general: 'SnsException' }),
  };
  for (const [key, { service, names }] of Object.entries(optimized))
    integrations[key] = passedOn(endpoint, jsonServices[service] as JsonService, key, names);
  return { integrations, findIntegration: (key) => ofClient(key) ?? sdkIntegration(endpoint, key) };
}

function sdkIntegration(endpoint: string, key: string): TaskIntegration | undefined {
  const [, name = ''] = /^aws-sdk:([a-z0-9]+):\w+$/.exec(key) ?? [];
  const service = Object.hasOwn(jsonServices, name) ? jsonServices[name] : undefined;
  if (!service) return undefined;
  const { named, models = [] } = service;
  return passedOn(endpoint, service, key, { prefix: named, general: `${named}Exception`, models });
}

function passedOn(
  endpoint: string,
  { target, version, signed, names: written = 'same' }: JsonService,
  key: string,
  names: ErrorNames,
): TaskIntegration {
  const action = key.slice(key.lastIndexOf(':') + 1);
  return async (parameters, { stateMachineArn }) => {
    const answer = await callEndpoint(endpoint, stateMachineArn, {
      ...{ service: signed, method: 'POST', path: '/' },
      headers: {
        'Content-Type': `application/x-amz-json-${version}`,
        'X-Amz-Target': `${target}.${action.slice(0, 1).toUpperCase()}${action.slice(1)}`,
      },
      body: JSON.stringify(names.optimized ? texts(parameters) : toWire(parameters, written)),
    });
    const { status, text } = answer;
    const given = text === '' ? {} : jsonOrText(text);
    if (status >= 400) {
      const { __type, message, Message } = isJsonObject(given) ? given : {};
      const code = String(__type ?? answer.header('x-amzn-errortype') ?? 'ServiceException').replace(/^.*#/, '');
      throw serviceFailure(names, answer, code.replace(/:.*$/, ''), String(message ?? Message ?? text));
    }
    // One entry that is refused fails the task (Developer Guide, "EventBridge").
    if (key === 'events:putEvents' && isJsonObject(given) && Number(given['FailedEntryCount']) > 0)
      throw new TaskFailure('EventBridge.FailedEntry', text);
    if (!names.optimized) return fromWire(given, written);
    return isJsonObject(given) ? { ...given, ...sdkMetadata(answer) } : given;
  };
}

// Step Functions hands an object on as JSON text where the service wants a text.
function texts(parameters: Json): Json {
  if (!isJsonObject(parameters)) return parameters;
  const written = Object.entries(parameters).map(([name, value]): readonly [string, Json] => {
    if (name === 'Entries' && Array.isArray(value)) return [name, (value as readonly Json[]).map(texts)];
    return [
      name,
      ['MessageBody', 'Detail'].includes(name) && typeof value !== 'string' ? JSON.stringify(value) : value,
    ];
  });
  return Object.fromEntries(written);
}
