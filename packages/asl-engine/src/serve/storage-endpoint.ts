import type { TaskIntegration } from '../host/task-handler.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { callEndpoint, xmlMember } from './endpoint-call.ts';
import { xmlFailure } from './service-failure.ts';

const names = { prefix: 'S3', general: 'S3Exception' };

/** What a distributed Map reads and writes, and `aws-sdk:s3:…` of the same names, passed on to an endpoint (S3 API reference). */
export function storageAt(endpoint: string): Readonly<Record<string, TaskIntegration>> {
  const asked = storage(endpoint);
  const named = Object.entries(asked).map(([name, integration]) => [`aws-sdk:${name}`, integration] as const);
  return { ...asked, ...Object.fromEntries(named) };
}

function storage(endpoint: string): Readonly<Record<string, TaskIntegration>> {
  const ask = async (arn: string, method: 'GET' | 'PUT' | 'DELETE', path: string, body?: string) => {
    const answer = await callEndpoint(endpoint, arn, {
      service: 's3',
      method,
      path,
      ...(body !== undefined && { body }),
    });
    if (answer.status < 400) return answer;
    throw xmlFailure(names, answer);
  };
  const place = ({ Bucket, Key }: JsonObject) =>
    `/${Bucket}/${String(Key).split('/').map(encodeURIComponent).join('/')}`;
  return {
    's3:getObject': async (given, { stateMachineArn }) => ({
      Body: (await ask(stateMachineArn, 'GET', place(given as JsonObject))).text,
    }),
    's3:putObject': async (given, { stateMachineArn }) => {
      const { Body = '' } = given as JsonObject;
      const { header } = await ask(
        stateMachineArn,
        'PUT',
        place(given as JsonObject),
        typeof Body === 'string' ? Body : JSON.stringify(Body),
      );
      return { ETag: header('etag') ?? null };
    },
    's3:deleteObject': async (given, { stateMachineArn }) => {
      await ask(stateMachineArn, 'DELETE', place(given as JsonObject));
      return {};
    },
    's3:listObjectsV2': async (given, { stateMachineArn }) => {
      const { Bucket, Prefix = '', ContinuationToken } = given as JsonObject;
      const query = new URLSearchParams({ 'list-type': '2', prefix: String(Prefix) });
      if (ContinuationToken !== undefined) query.set('continuation-token', String(ContinuationToken));
      return listed((await ask(stateMachineArn, 'GET', `/${Bucket}?${query}`)).text);
    },
  };
}

// The list is flat XML of a fixed form (S3 API reference, "ListObjectsV2").
function listed(xml: string): Json {
  const plain = (text = '') =>
    text.replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
    );
  const Contents = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, text = '']) => ({
    ...{
      Etag: plain(xmlMember(text, 'ETag')),
      Key: plain(xmlMember(text, 'Key')),
      LastModified: xmlMember(text, 'LastModified') ?? '',
    },
    ...{ Size: Number(xmlMember(text, 'Size') ?? 0), StorageClass: xmlMember(text, 'StorageClass') ?? 'STANDARD' },
  }));
  const next = xmlMember(xml, 'NextContinuationToken');
  return { Contents, ...(next !== undefined && { NextContinuationToken: plain(next) }) };
}
