import { buildApp } from 'fauxqs';
import { localAccount } from '../assembly/local-account.ts';

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
