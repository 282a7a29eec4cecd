import type { TaskFailure } from '../host/task-failure.ts';
import type { TaskIntegration } from '../host/task-handler.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { callEndpoint, type EndpointAnswer } from './endpoint-call.ts';
import { serviceFailure } from './service-failure.ts';

const names = { prefix: 'S3', general: 'S3Exception' };

/** What a distributed Map reads and writes, and `aws-sdk:s3:…` of the same names, passed on to an endpoint (S3 API reference). */
export function storageAt(endpoint: string, region: string): Readonly<Record<string, TaskIntegration>> {
  const asked = storage(endpoint, region);
  const named = Object.entries(asked).map(([name, integration]) => [`aws-sdk:${name}`, integration] as const);
  return { ...asked, ...Object.fromEntries(named) };
}

function storage(endpoint: string, region: string): Readonly<Record<string, TaskIntegration>> {
  const ask = async (method: 'GET' | 'PUT' | 'DELETE', path: string, body?: string) => {
    const answer = await callEndpoint(endpoint, region, {
      service: 's3',
      method,
      path,
      ...(body !== undefined && { body }),
    });
    if (answer.status < 400) return answer;
    throw refused(answer);
  };
  const place = ({ Bucket, Key }: JsonObject) =>
    `/${Bucket}/${String(Key).split('/').map(encodeURIComponent).join('/')}`;
  return {
    's3:getObject': async (given) => ({ Body: (await ask('GET', place(given as JsonObject))).text }),
    's3:putObject': async (given) => {
      const { Body = '' } = given as JsonObject;
      const { header } = await ask(
        'PUT',
        place(given as JsonObject),
        typeof Body === 'string' ? Body : JSON.stringify(Body),
      );
      return { ETag: header('etag') ?? null };
    },
    's3:deleteObject': async (given) => {
      await ask('DELETE', place(given as JsonObject));
      return {};
    },
    's3:listObjectsV2': async (given) => {
      const { Bucket, Prefix = '', ContinuationToken } = given as JsonObject;
      const query = new URLSearchParams({ 'list-type': '2', prefix: String(Prefix) });
      if (ContinuationToken !== undefined) query.set('continuation-token', String(ContinuationToken));
      return listed((await ask('GET', `/${Bucket}?${query}`)).text);
    },
  };
}

function refused(answer: EndpointAnswer): TaskFailure {
  const member = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(answer.text)?.[1];
  return serviceFailure(names, answer, member('Code') ?? 'ServiceException', member('Message') ?? answer.text);
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
