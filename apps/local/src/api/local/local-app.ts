import { describeIssues, violationText } from '@order-workflow/order-domain';
import { injectedFaultText, parseInjectedFault, type Switchboard } from '@order-workflow/simulators';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { faultTargetsOf, type StageTarget } from '../../faults/fault-targets.ts';
import { listFaults } from '../../faults/list-faults.ts';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { parseRequest, protocolJson } from '../protocol-json.ts';
import { executionOf } from '../resolve-arn.ts';

const faultsSchema = z.strictObject({
  faults: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(100)),
});

/** How many messages are shown. */
const mostMessages = 100;

/**
 * What AWS gives elsewhere, for the web console: the functions' logs of an execution, the latest messages to customers,
 * the faults that are switched on, and which attempts they struck. Of this machine only: AWS has nothing like it.
 */
export function localApp(served: ApiContext): Hono {
  const { messages, switchboard } = served.workflow;
  const targets = faultTargetsOf(served.workflow.assembly);
  const app = new Hono();
  app.get('/logs', (context) => {
    const executionArn = context.req.query('executionArn') ?? '';
    executionOf(served, executionArn);
    return json({ events: served.logs.of(executionArn), keptSince: new Date(served.keptSince) });
  });
  app.get('/strikes', (context) => {
    const executionArn = context.req.query('executionArn') ?? '';
    executionOf(served, executionArn);
    return json({ strikes: served.strikes?.of(executionArn) ?? [] });
  });
  app.get('/messages', (context) => {
    const notificationId = context.req.query('notificationId');
    const shown = notificationId === undefined ? messages.latest(mostMessages) : messages.published(notificationId);
    return json({ messages: shown });
  });
  app.get('/faults', () => json(show(switchboard, targets)));
  app.put('/faults', async (context) => {
    if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
      throw new ApiError('ValidationException', 'Content-Type: expected application/json');
    switchOn(switchboard, targets, new Uint8Array(await context.req.arrayBuffer()));
    return json(show(switchboard, targets));
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

function switchOn(switchboard: Switchboard, targets: readonly StageTarget[], sent: Uint8Array): void {
  const body = parseRequest(sent);
  const read = faultsSchema.safeParse(body);
  if (!read.success) {
    const problems = describeIssues(read.error.issues, body, 'request').map(violationText).join('; ');
    throw new ApiError('ValidationException', problems);
  }
  try {
    switchboard.set(read.data.faults.map((text) => parseInjectedFault(text, targets)));
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    throw new ApiError('ValidationException', problem.message);
  }
}
