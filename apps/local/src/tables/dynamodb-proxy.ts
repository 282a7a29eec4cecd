import type { AdmittedRequest, AnswerRequest } from '@order-workflow/simulators';
import { isJsonObject } from '../json/json-object.ts';
import type { InProcessTables } from './in-process-tables.ts';

const protocol = 'application/x-amz-json-1.0';

/** Stands before DynamoDB. */
export function dynamoDbProxy(tables: InProcessTables): AnswerRequest {
  return async (request, response) => {
    const send = (status: number, body: string) =>
      void response.writeHead(status, { 'content-type': protocol }).end(body);
    const body = request.rawBody.toString('utf8');
    const refused = refusal(request, body);
    if (refused !== undefined) return send(400, JSON.stringify(refused));
    const answer = await tables.call(request.headers, body);
    send(answer.status, answer.body);
  };
}

/** What is no call of DynamoDB, and would not be answered by its stand-in but end it. */
function refusal({ method, url, headers }: AdmittedRequest, body: string): object | undefined {
  const type = String(headers['content-type'] ?? '').toLowerCase();
  if (method !== 'POST' || url !== '/' || type.split(';')[0]?.trim() !== protocol)
    return {
      __type: 'com.amazon.coral.service#UnknownOperationException',
      message: `Expected POST / with ${protocol}`,
    };
  return isJsonObject(parsed(body)) ? undefined : { __type: 'com.amazon.coral.service#SerializationException' };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
