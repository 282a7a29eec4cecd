import type { ServerResponse } from 'node:http';
import type { AdmittedRequest } from '@order-workflow/simulators';
import { buildApp } from 'fauxqs';
import { localAccount } from '../assembly/assembly.ts';

/** The types of body by which a request is SNS's (query protocol) or SQS's (JSON protocol). */
export const serviceTypes = { sns: 'application/x-www-form-urlencoded', sqs: 'application/x-amz-json-1.0' } as const;

export interface ServiceAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** SNS and SQS of an emulator that listens on no port: what it is asked has come through a listener of ours. */
export interface InProcessServices {
  /** Sends the body of a `POST /`. `target` is the header `X-Amz-Target`, which SQS has. */
  call(service: keyof typeof serviceTypes, body: string, target?: string): Promise<ServiceAnswer>;
  close(): Promise<void>;
}

export function inProcessServices(): InProcessServices {
  const app = buildApp({ logger: false, defaultRegion: localAccount.region });
  return {
    async call(service, payload, target) {
      const headers = {
        'content-type': serviceTypes[service],
        ...(target !== undefined && { 'x-amz-target': target }),
      };
      const answer = await app.inject({ method: 'POST', url: '/', headers, payload });
      return {
        status: answer.statusCode,
        contentType: String(answer.headers['content-type'] ?? serviceTypes[service]),
        body: answer.body,
      };
    },
    close: () => app.close(),
  };
}

/** Answers what is no call of the service: each is a `POST /` with a body of its protocol's type. Gives whether it was none. */
export function refuseCall(
  service: keyof typeof serviceTypes,
  { method, url, headers }: AdmittedRequest,
  response: ServerResponse,
): boolean {
  const type = String(headers['content-type'] ?? '').toLowerCase();
  if (method === 'POST' && url === '/' && type.split(';')[0]?.trim() === serviceTypes[service]) return false;
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ __type: 'UnknownOperationException', message: `Expected POST / with ${serviceTypes[service]}` }),
  );
  return true;
}
