import { TaskFailure } from '../host/task-failure.ts';
import type { TaskIntegration } from '../host/task-handler.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { callEndpoint } from './endpoint-call.ts';
import { publishAt } from './publish-endpoint.ts';

type Integrations = Readonly<Record<string, TaskIntegration>>;

interface JsonService {
  /** What stands before the action in `X-Amz-Target`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
  /** What stands before the name of an error. */
  readonly errors: string;
  readonly actions: readonly string[];
}

const jsonServices: Readonly<Record<string, JsonService>> = {
  dynamodb: {
    ...{ target: 'DynamoDB_20120810', version: '1.0', errors: 'DynamoDB' },
    actions: ['getItem', 'putItem', 'updateItem', 'deleteItem'],
  },
  sqs: { target: 'AmazonSQS', version: '1.0', errors: 'SQS', actions: ['sendMessage'] },
  events: { target: 'AWSEvents', version: '1.1', errors: 'EventBridge', actions: ['putEvents'] },
};

/**
 * Integrations that are passed on to an endpoint: `dynamodb:getItem`, `putItem`, `updateItem`, `deleteItem`, `sqs:sendMessage`,
 * `sns:publish`, `events:putEvents`, and what a distributed Map reads and writes, `s3:getObject`, `putObject`, `listObjectsV2`.
 */
export function integrationsAt(endpoint: string, region: string): Integrations {
  const found: Record<string, TaskIntegration> = {
    ...storage(endpoint, region),
    'sns:publish': publishAt(endpoint, region),
  };
  for (const [service, described] of Object.entries(jsonServices))
    for (const action of described.actions)
      found[`${service}:${action}`] = (parameters) =>
        callJson(endpoint, region, service, described, action, parameters);
  return found;
}

async function callJson(
  endpoint: string,
  region: string,
  service: string,
  { target, version, errors }: JsonService,
  action: string,
  parameters: Json,
): Promise<Json> {
  const Action = action.slice(0, 1).toUpperCase() + action.slice(1);
  const { status, text } = await callEndpoint(endpoint, region, {
    ...{ service, method: 'POST', path: '/' },
    headers: { 'Content-Type': `application/x-amz-json-${version}`, 'X-Amz-Target': `${target}.${Action}` },
    body: JSON.stringify(texts(parameters)),
  });
  const answer: Json = text === '' ? {} : JSON.parse(text);
  if (status >= 400) throw failure(errors, answer, text);
  // One entry that is refused fails the task (Developer Guide, "EventBridge").
  if (action === 'putEvents' && isJsonObject(answer) && Number(answer['FailedEntryCount']) > 0)
    throw new TaskFailure('EventBridge.FailedEntry', text);
  return answer;
}

function failure(errors: string, answer: Json, text: string): TaskFailure {
  const { __type, message, Message } = isJsonObject(answer) ? answer : ({} as JsonObject);
  const name = String(__type ?? 'ServiceException').replace(/^.*#/, '');
  return new TaskFailure(
    `${errors}.${name.endsWith('Exception') ? name : `${name}Exception`}`,
    String(message ?? Message ?? text),
  );
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

function storage(endpoint: string, region: string): Integrations {
  const ask = async (method: 'GET' | 'PUT', path: string, body?: string) => {
    const answer = await callEndpoint(endpoint, region, {
      service: 's3',
      method,
      path,
      ...(body !== undefined && { body }),
    });
    if (answer.status < 400) return answer;
    const code = /<Code>([^<]*)<\/Code>/.exec(answer.text)?.[1] ?? 'ServiceException';
    throw new TaskFailure(`S3.${code}Exception`, /<Message>([^<]*)<\/Message>/.exec(answer.text)?.[1] ?? answer.text);
  };
  const place = ({ Bucket, Key }: JsonObject) =>
    `/${Bucket}/${String(Key).split('/').map(encodeURIComponent).join('/')}`;
  return {
    's3:getObject': async (given) => ({ Body: (await ask('GET', place(given as JsonObject))).text }),
    's3:putObject': async (given) => {
      const { Body = '' } = given as JsonObject;
      const { headers } = await ask(
        'PUT',
        place(given as JsonObject),
        typeof Body === 'string' ? Body : JSON.stringify(Body),
      );
      return { ETag: headers.get('etag') };
    },
    's3:listObjectsV2': async (given) => {
      const { Bucket, Prefix = '', ContinuationToken } = given as JsonObject;
      const query = new URLSearchParams({ 'list-type': '2', prefix: String(Prefix) });
      if (ContinuationToken !== undefined) query.set('continuation-token', String(ContinuationToken));
      return listed((await ask('GET', `/${Bucket}?${query}`)).text);
    },
  };
}

// The list is flat XML of a fixed form (S3 API reference, "ListObjectsV2").
function listed(xml: string): Json {
  const member = (text: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
  const plain = (text = '') =>
    text.replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
    );
  const Contents = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, text = '']) => ({
    ...{
      Etag: plain(member(text, 'ETag')),
      Key: plain(member(text, 'Key')),
      LastModified: member(text, 'LastModified') ?? '',
    },
    ...{ Size: Number(member(text, 'Size') ?? 0), StorageClass: member(text, 'StorageClass') ?? 'STANDARD' },
  }));
  const next = member(xml, 'NextContinuationToken');
  return { Contents, ...(next !== undefined && { NextContinuationToken: plain(next) }) };
}
