import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type TestedLambda, testMachine } from '@order-workflow/asl-engine/testing';
import { type Finding, finding } from '../finding.ts';
import type { Lesson } from '../lesson.ts';
import { endingOf } from './check-machine.ts';

const isOne = 'exercise.mjs exports a function called handler';

/** Lesson 7: one charge an order, however often and in whatever execution it is asked for. */
export const checkRedrive: Lesson['check'] = async ({ folder }) => {
  const handler = await handlerIn(join(folder, 'exercise.mjs'));
  if (typeof handler === 'string') return [{ says: isOne, but: handler }];
  const { countCharges } = await import(pathToFileURL(join(folder, 'functions/gateway.mjs')).href);
  const definition = await readFile(join(folder, 'machine.asl.json'), 'utf8');
  const place = (orderId: string) =>
    testMachine(definition, { lambdas: { ProcessPaymentFunction: handler } }).run({ orderId, amount: 3998 });

  const once = async (says: string, orderId: string): Promise<Finding> => {
    const ended = await place(orderId);
    const charges = countCharges(orderId);
    return finding(says, ended.status === 'SUCCEEDED' && charges === 1, `${endingOf(ended)}; charges: ${charges}`);
  };
  return [
    { says: isOne },
    await once('an order whose answer was lost is charged once', '1'),
    await once('the same order in another execution is not charged again', '1'),
    await once('another order is charged, once', '2'),
    await once('and so is one that begins like it', '21'),
  ];
};

/** The handler that a file exports, or why there is none. */
async function handlerIn(file: string): Promise<TestedLambda | string> {
  try {
    const { handler } = await import(pathToFileURL(file).href);
    return typeof handler === 'function' ? handler : `its handler is ${handler === undefined ? 'missing' : handler}`;
  } catch (problem) {
    return problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
  }
}
