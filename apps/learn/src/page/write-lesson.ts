import { readFileSync } from 'node:fs';
import type { Lesson } from '../lesson.ts';
import { drawLesson } from './draw-lesson.ts';
import { isExact, runExactly } from './run-shown.ts';
import { shownOutputs, withOutputs } from './shown-output.ts';
import { withSentence } from './write-sentence.ts';

/** What is written of a lesson by a machine, by the file's path in the repository. */
export type WrittenLesson = Readonly<Record<string, string>>;

/** Its page with what its commands print, and its picture: of the execution whose words stand under the picture in the page. */
export async function writeLesson({ folder }: Lesson, repository: string): Promise<WrittenLesson> {
  const place = `docs/learn/${folder}`;
  const page = readFileSync(`${repository}${place}/README.md`, 'utf8');
  const printed = new Map<string, string>();
  for (const { command } of shownOutputs(page))
    if (isExact(command)) printed.set(command, (await runExactly(command, repository)).stdout);
  const [, title = ''] = /!\[([^\]]+)\]\(picture\.svg\)/.exec(page) ?? [];
  const [, shown = ''] = /<!-- picture: (.+) -->/.exec(page) ?? [];
  const written = withOutputs(page, (command) => printed.get(command));
  return {
    [`${place}/README.md`]: page.includes('<!-- sentence:begin -->') ? withSentence(written, repository) : written,
    [`${place}/picture.svg`]: await drawLesson(shown, title, repository),
  };
}
