// Writes what documents show of the sentence and of commands, and draws their pictures: `pnpm diagram`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lessons } from '../src/lessons.ts';
import { writeLesson } from '../src/page/write-lesson.ts';
import { writeSentence } from '../src/page/write-sentence.ts';
import { drawStart, withoutTimes } from '../src/terminal/draw-start.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

function write(name: string, text: string, bare = (picture: string) => picture): void {
  const file = `${repository}${name}`;
  const isCurrent = existsSync(file) && bare(readFileSync(file, 'utf8')) === bare(text);
  if (!isCurrent) writeFileSync(file, text);
  console.log(`${name} ${isCurrent ? 'is current' : 'written'}`);
}

for (const [name, text] of Object.entries(writeSentence(repository))) write(name, text);
for (const lesson of lessons)
  for (const [name, text] of Object.entries(await writeLesson(lesson, repository))) write(name, text);
write('docs/start.svg', await drawStart(repository), withoutTimes);
