import { injectedFaultText, parseInjectedFault, type Switchboard } from '@order-workflow/simulators';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { faultTargetsOf, type StageTarget } from '../../faults/fault-targets.ts';
import { listFaults } from '../../faults/list-faults.ts';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { protocolJson } from '../protocol-json.ts';
import { readSent } from '../read-sent.ts';
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
    switchOn(switchboard, targets, await readSent(faultsSchema, context));
    return json(show(switchboard, targets));
  });
  app.post('/skip-waits', async (context) => {
    const { executionArn } = await readSent(executionSchema, context);
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

function switchOn(
  switchboard: Switchboard,
  targets: readonly StageTarget[],
  { faults }: z.infer<typeof faultsSchema>,
): void {
  try {
    switchboard.set(faults.map((text) => parseInjectedFault(text, targets)));
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    throw new ApiError('ValidationException', problem.message);
  }
}
