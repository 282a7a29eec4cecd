import { TaskFailure } from '@order-workflow/asl-engine';
import { finding } from '../finding.ts';
import type { Lesson } from '../lesson.ts';
import { checkMachine, type RunMachine } from './check-machine.ts';

const order = { orderId: '12345', amount: 3998 };
const waits = [2, 4, 8, 8];

/** Lesson 4: patience with a gateway that is away, and with nothing else. */
export const checkRetry: Lesson['check'] = ({ folder }) =>
  checkMachine(folder, async (run) => {
    const back = await attempts(run, 'GatewayUnavailable', waits.length);
    const away = await attempts(run, 'GatewayUnavailable', Number.POSITIVE_INFINITY);
    const declined = await attempts(run, 'PaymentDeclined', Number.POSITIVE_INFINITY);
    const [tries, waited] = [waits.length + 1, waits.join(', ')];
    return [
      finding(
        `a gateway that answers the ${tries}th time is paid`,
        back.status === 'SUCCEEDED',
        `the execution ends ${back.status} after ${back.count}`,
      ),
      finding(
        `it is waited ${waited} seconds between the attempts`,
        away.waits.join(', ') === waited,
        away.waits.length === 0 ? 'there is no second attempt' : `it is waited ${away.waits.join(', ')}`,
      ),
      finding(
        `a gateway that never answers is given up after ${tries} attempts`,
        away.times === tries,
        `there ${away.times === 1 ? 'is' : 'are'} ${away.count}`,
      ),
      finding(
        'a card that is declined is tried once: asking again does not help',
        declined.times === 1,
        `there are ${declined.count}`,
      ),
    ];
  });

/** Runs with a payment that fails for so many times, and says when it was tried. */
async function attempts(run: RunMachine, error: string, failures: number) {
  const at: number[] = [];
  const { status } = await run(order, {
    ProcessPaymentFunction: ({ orderId }: typeof order, { clock }) => {
      at.push(clock.now());
      if (at.length <= failures) throw new TaskFailure(error, 'as the check has it');
      return { charge: `ch_${orderId}` };
    },
  });
  return {
    status,
    times: at.length,
    count: `${at.length} attempt${at.length === 1 ? '' : 's'}`,
    waits: at.slice(1).map((time, index) => Math.round((time - (at[index] ?? 0)) / 1000)),
  };
}
