import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { answerCall } from './answer-call.ts';
import type { ApiContext } from './api-context.ts';
import { ApiError } from './api-error.ts';
import { consoleFiles, isConsoleBuilt } from './console-files.ts';
import { deskApp } from './desk/desk-app.ts';
import { letterPage } from './local/letter-page.ts';
import { localApp } from './local/local-app.ts';
import { isForReaders, notFoundPage } from './not-found-page.ts';
import { orderApiApp } from './orders/order-api-app.ts';
import { recentRedrives } from './recent-redrives.ts';

const note = `This is the API of AWS Step Functions, on this machine, over the order workflow.

  aws stepfunctions list-state-machines --endpoint-url http://<this address>

The CLI and the SDKs want credentials and a region: any will do, they mean nothing here.
`;

/** A page from here loads nothing from elsewhere, frames included, calls nobody else, runs no inline script, and is in no frame. */
const pagePolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  frameSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

export interface ApiAppOptions extends Omit<ApiContext, 'redrives' | 'keptSince'> {
  /** Folder of the web console's built files; where it holds none, a note on how to call the API stands in. */
  readonly consoleFolder?: string;
}

/**
 * AWS Step Functions' API (AWS JSON 1.0, all of it `POST /`) over a workflow, and the web console at `GET /`. Signatures
 * are not looked at. `/_local` has what AWS gives elsewhere, `/orders` the order API by its own functions. It relies on the listener before it to refuse pages of other
 * origins and to bound what is sent.
 */
export function apiApp({ consoleFolder, ...given }: ApiAppOptions): Hono {
  const served = { ...given, redrives: recentRedrives(given.clock), keptSince: given.clock.now() };
  const app = new Hono();
  // Whoever reads an answer may rely on it, even if the power fails now.
  app.use(async (_, next) => {
    await next();
    await served.workflow.journal.pending?.();
  });
  app.route('/_local/letter', letterPage(given.workflow.messages));
  // No HTTPS is asked for: this is loopback.
  app.use(secureHeaders({ strictTransportSecurity: false, contentSecurityPolicy: pagePolicy }));
  app.post('/', async (context) => {
    const { 'x-amz-target': target, 'content-type': contentType } = context.req.header();
    const body = new Uint8Array(await context.req.arrayBuffer());
    const { status, body: text } = await answerCall(
      { target, contentType, body, signal: context.req.raw.signal },
      served,
    );
    return respond(status, text);
  });
  app.route('/_local', localApp(served));
  if (served.desk) app.route('/_local/desk', deskApp(served, served.desk));
  app.route('/', orderApiApp(served));
  if (consoleFolder !== undefined && isConsoleBuilt(consoleFolder)) app.route('/', consoleFiles(consoleFolder));
  else app.get('/', (context) => context.text(note));
  app.notFound((context) => {
    if (isForReaders(context.req)) return context.html(notFoundPage, 404);
    return refuse(404, 'ResourceNotFoundException', 'There is nothing at this path');
  });
  app.onError((problem) => {
    if (problem instanceof ApiError) return refuse(400, problem.name, problem.message);
    console.error(problem);
    return refuse(500, 'InternalServerError', 'A defect of this server: it has written down which');
  });
  return app;
}

function refuse(status: number, name: string, message: string): Response {
  return respond(status, JSON.stringify({ __type: name, message }));
}

function respond(status: number, body: string): Response {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() };
  return new Response(body, { status, headers });
}
