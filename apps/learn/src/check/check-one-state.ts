import { isDeepStrictEqual } from 'node:util';
import { finding } from '../finding.ts';
import type { Lesson } from '../lesson.ts';
import { checkMachine, endingOf } from './check-machine.ts';

/** Lesson 1: a greeting in the evening, with the letters of the name. */
export const checkOneState: Lesson['check'] = ({ folder }) =>
  checkMachine(folder, (run) =>
    Promise.all(
      ['Ada', 'Grace'].map(async (name) => {
        const ended = await run({ name });
        const expected = { greeting: `Good evening, ${name}!`, letters: name.length };
        const given = ended.output as Partial<typeof expected> | undefined;
        const right = isDeepStrictEqual({ ...given }, expected);
        return finding(`for ${name} it gives ${JSON.stringify(expected)}`, right, endingOf(ended));
      }),
    ),
  );
