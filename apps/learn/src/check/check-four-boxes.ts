import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finding } from '../finding.ts';
import type { Lesson } from '../lesson.ts';
import { checkMachine, endingOf } from './check-machine.ts';
import { functionsOf } from './functions-of.ts';

const wanted = ['Validate Order', 'Process Payment', 'Wrap Gift', 'Ship Order', 'Notify Customer'];
const keys = ['validation', 'payment', 'giftWrap', 'shipment', 'notification'];

/** Lesson 2: a fifth box between payment and shipping. */
export const checkFourBoxes: Lesson['check'] = ({ folder }) =>
  checkMachine(folder, async (run) => {
    const order = JSON.parse(await readFile(join(folder, 'order.json'), 'utf8'));
    const ended = await run(order, await functionsOf(join(folder, 'functions')));
    const output = { ...(ended.output as object | undefined) };
    const lacks = [...Object.keys(order), ...keys].filter((key) => !(key in output));
    const succeeded = ended.status === 'SUCCEEDED';
    return [
      finding(
        `an order goes through ${wanted.join(', ')}`,
        String(ended.states) === String(wanted),
        `it goes through ${ended.states.join(', ')}`,
      ),
      finding('the execution succeeds', succeeded, endingOf(ended)),
      finding(
        'what was wrapped stands in the output as giftWrap, beside all that the others leave',
        succeeded && lacks.length === 0,
        `the output lacks ${lacks.join(', ')}`,
      ),
    ];
  });
