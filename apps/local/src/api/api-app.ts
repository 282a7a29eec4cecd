import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { answerCall } from './answer-call.ts';
import { ApiError } from './api-error.ts';
import { protocolJson } from './protocol-json.ts';
import { refuseStrangers } from './refuse-strangers.ts';
import type { Served } from './served.ts';

const mostBytes = 1024 * 1024;

const note = `This is the API of AWS Step Functions, on this machine, over the order workflow.
aws stepfunctions list-state-machines --endpoint-url http://<this address>
Credentials mean nothing here, but the CLI and the SDKs want some: any will do.
`;

/** AWS Step Functions' API (AWS JSON 1.0, all of it `POST /`) over what is served. */
export function apiApp(served: Served): Hono {
  const app = new Hono();
  app.use(secureHeaders({ strictTransportSecurity: false, contentSecurityPolicy: { defaultSrc: ["'none'"] } }));
  app.use(refuseStrangers);
  app.use(bodyLimit({ maxSize: mostBytes, onError: () => respond(413, tooLong) }));
  app.get('/', (context) => context.text(note));
  app.post('/', async (context) => {
    const { 'x-amz-target': target, 'content-type': contentType } = context.req.header();
    const body = new Uint8Array(await context.req.arrayBuffer());
    return respond(200, answerCall({ target, contentType, body }, served));
  });
  app.notFound(() => respond(404, { __type: 'ResourceNotFoundException', message: 'There is nothing at this path' }));
  app.onError((problem) => {
    if (problem instanceof ApiError) return respond(400, { __type: problem.name, message: problem.message });
    console.error(problem);
    return respond(500, { __type: 'InternalServerError', message: 'Something is wrong here: its log says what' });
  });
  return app;
}

const tooLong = { __type: 'SerializationException', message: `The body is longer than ${mostBytes} bytes` };

function respond(status: number, body: object): Response {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() };
  return new Response(protocolJson(body), { status, headers });
}
