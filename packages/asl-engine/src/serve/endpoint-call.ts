import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { TaskFailure } from '../host/task-failure.ts';
import type { Json } from '../json/json.ts';

/** What a service's endpoint is asked over HTTP. */
export interface EndpointCall {
  readonly service: string;
  readonly method: 'POST' | 'PUT' | 'GET' | 'DELETE' | 'HEAD';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What an endpoint answered. */
export interface EndpointAnswer {
  readonly status: number;
  /** By their names in small letters. */
  readonly header: (name: string) => string | undefined;
  /** As they came, each with its name as the service writes it. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
}

/**
 * Asks an endpoint that stands for AWS, an emulator as a rule, for the account and region that an ARN is of: the request is not really
 * signed. Throws TaskFailure when there is no answer.
 */
export async function callEndpoint(
  endpoint: string,
  arn: string,
  { service, method, path, headers = {}, body = '' }: EndpointCall,
): Promise<EndpointAnswer> {
  const date = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const [, , , region, account] = arn.split(':');
  const scope = `${account}/${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  const signature = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`;
  const sent = { Authorization: signature, 'X-Amz-Date': date, ...headers, 'Content-Length': Buffer.byteLength(body) };
  try {
    return await ask(new URL(path, endpoint), method, sent, body);
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    throw new TaskFailure(`${service}.SdkClientException`, `${service} does not answer at ${endpoint}: ${why}`);
  }
}

/** Asks a server over HTTP; redirects are not followed. Rejects when there is no answer. */
export async function ask(
  url: URL,
  method: string,
  headers: Readonly<Record<string, string | number>>,
  body: string | undefined,
  signal?: AbortSignal,
): Promise<EndpointAnswer & { readonly statusText: string }> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sending = request(url, { method, headers: { ...headers }, ...(signal && { signal }) }, resolve);
    sending.once('error', reject);
    sending.end(body);
  });
  const parts: Buffer[] = [];
  for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
  const { rawHeaders, statusCode = 0, statusMessage = '' } = response;
  const pairs = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  );
  return {
    ...{ status: statusCode, statusText: statusMessage, headers: pairs, text: Buffer.concat(parts).toString('utf8') },
    header: (name) => pairs.find(([one]) => one.toLowerCase() === name)?.[1],
  };
}

/** What an HTTP answer holds: its JSON, or its text where that is none, as an error page of what stands before a service. */
export function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The text of the first element of this name in XML of a fixed form, as SNS and S3 answer with; undefined when there is none. */
export function xmlMember(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}
