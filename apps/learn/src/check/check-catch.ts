import { TaskFailure } from '@order-workflow/asl-engine';
import { type Finding, finding } from '../finding.ts';
import type { Lesson } from '../lesson.ts';
import { checkMachine, endingOf, type RunMachine } from './check-machine.ts';

const order = { orderId: '12345', card: 'of the check' };

/** Lesson 5: what is an answer of the business is told, and what is none is not hidden. */
export const checkCatch: Lesson['check'] = ({ folder }) =>
  checkMachine(folder, async (run) => [
    await ends(run, undefined, 'paid'),
    await ends(run, 'PaymentDeclined', 'declined'),
    await ends(run, 'CardExpired', 'expired'),
    await fails(run, 'GatewayUnavailable'),
    await fails(run, 'TypeError'),
  ]);

async function runWith(run: RunMachine, error: string | undefined) {
  const told: string[] = [];
  const ended = await run(order, {
    ProcessPaymentFunction: () => {
      if (error !== undefined) throw new TaskFailure(error, 'as the check has it');
      return { charge: 'ch_12345' };
    },
    NotifyCustomerFunction: (event: { outcome?: string }) => {
      told.push(String(event.outcome));
      return `Order ${order.orderId}: ${event.outcome}`;
    },
  });
  return { ended, told };
}

async function ends(run: RunMachine, error: string | undefined, outcome: string): Promise<Finding> {
  const { ended, told } = await runWith(run, error);
  const output = { ...(ended.output as { orderId?: string; outcome?: string } | undefined) };
  const said = told.join() === outcome && output.outcome === outcome && output.orderId === order.orderId;
  return finding(
    `${error ?? 'a card that is good'}: the execution succeeds, and the customer is told "${outcome}"`,
    ended.status === 'SUCCEEDED' && said,
    `${endingOf(ended)}; the customer was told ${told.length === 0 ? 'nothing' : told.join(', ')}`,
  );
}

async function fails(run: RunMachine, error: string): Promise<Finding> {
  const { ended, told } = await runWith(run, error);
  return finding(
    `${error} is no answer of the business: the execution fails, so that somebody looks`,
    ended.status === 'FAILED' && ended.error === error && told.length === 0,
    `${endingOf(ended)}; the customer was told ${told.length === 0 ? 'nothing' : told.join(', ')}`,
  );
}
