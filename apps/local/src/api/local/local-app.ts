import { describeIssues, violationText } from '@order-workflow/order-domain';
import { injectedFaultText, parseInjectedFault, type Switchboard } from '@order-workflow/simulators';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { faultTargetsOf, type StageTarget } from '../../faults/fault-targets.ts';
import { listFaults } from '../../faults/list-faults.ts';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { parseRequest, protocolJson } from '../protocol-json.ts';
import { executionOf } from '../resolve-arn.ts';
import { whoseIs } from '../whose-is.ts';

const faultsSchema = z.strictObject({
  faults: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(100)),
});

const executionSchema = z.strictObject({ executionArn: z.string() });

/** How many messages are shown. */
const mostMessages = 100;

/**
 * What AWS gives elsewhere, for the web console: the functions' logs of an execution, the latest messages to customers,
 * the faults that are switched on, and which attempts they struck. And what only this machine can: not to wait for a retry. Of this
 * machine only: AWS has nothing like it.
 */
export function localApp(served: ApiContext): Hono {
  const { messages, switchboard } = served.workflow;
  const targets = faultTargetsOf(served.workflow.assembly);
  const app = new Hono();
  app.get('/logs', (context) => {
    const executionArn = context.req.query('executionArn') ?? '';
    executionOf(whoseIs({ executionArn }, served), executionArn);
    return json({ events: served.logs.of(executionArn), keptSince: new Date(served.keptSince) });
  });
  app.get('/strikes', (context) => {
    const executionArn = context.req.query('executionArn') ?? '';
    executionOf(whoseIs({ executionArn }, served), executionArn);
    return json({ strikes: served.strikes?.of(executionArn) ?? [] });
  });
  app.get('/messages', (context) => {
    const notificationId = context.req.query('notificationId');
    const shown = notificationId === undefined ? messages.latest(mostMessages) : messages.published(notificationId);
    return json({ messages: shown });
  });
  app.get('/faults', () => json(show(switchboard, targets)));
  app.put('/faults', async (context) => {
    switchOn(switchboard, targets, await sentJson(context));
    return json(show(switchboard, targets));
  });
  app.post('/skip-waits', async (context) => {
    const { executionArn } = readRequest(executionSchema, await sentJson(context));
    const theirs = whoseIs({ executionArn }, served);
    executionOf(theirs, executionArn);
    return json({ skipped: theirs.workflow.skipWaits(executionArn) });
  });
  return app;
}

/** Dates as in the rest of the API: in seconds since the epoch. */
function json(body: object): Response {
  return new Response(protocolJson(body), { headers: { 'content-type': 'application/json' } });
}

function show(switchboard: Switchboard, targets: readonly StageTarget[]): object {
  const on = switchboard.list().map(({ fault, left, struck }) => ({ fault: injectedFaultText(fault), left, struck }));
  return { on, known: listFaults(targets) };
}

/** A page of elsewhere sends other types unasked. */
async function sentJson({ req }: Context): Promise<Uint8Array> {
  if (!/^application\/json\b/i.test(req.header('content-type') ?? ''))
    throw new ApiError('ValidationException', 'Content-Type: expected application/json');
  return new Uint8Array(await req.arrayBuffer());
}

function readRequest<Schema extends z.ZodMiniType>(schema: Schema, sent: Uint8Array): z.output<Schema> {
  const body = parseRequest(sent);
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new ApiError(
    'ValidationException',
    describeIssues(read.error.issues, body, 'request').map(violationText).join('; '),
  );
}

function switchOn(switchboard: Switchboard, targets: readonly StageTarget[], sent: Uint8Array): void {
  const { faults } = readRequest(faultsSchema, sent);
  try {
    switchboard.set(faults.map((text) => parseInjectedFault(text, targets)));
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    throw new ApiError('ValidationException', problem.message);
  }
}
