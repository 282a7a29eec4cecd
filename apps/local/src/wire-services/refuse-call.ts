import type { ServerResponse } from 'node:http';
import type { AdmittedRequest } from '@order-workflow/simulators';
import { serviceTypes } from './in-process-services.ts';

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
