// Writes what the pages of docs/learn show of their commands, and draws the pictures of documents: `pnpm diagram`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lessons } from '../src/lessons.ts';
import { writeLesson } from '../src/page/write-lesson.ts';
import { drawStart, withoutTimes } from '../src/terminal/draw-start.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

function write(name: string, text: string, bare = (picture: string) => picture): void {
  const file = `${repository}${name}`;
  const isCurrent = existsSync(file) && bare(readFileSync(file, 'utf8')) === bare(text);
  if (!isCurrent) writeFileSync(file, text);
  console.log(`${name} ${isCurrent ? 'is current' : 'written'}`);
}

for (const lesson of lessons)
  for (const [name, text] of Object.entries(await writeLesson(lesson, repository))) write(name, text);
write('docs/start.svg', await drawStart(repository), withoutTimes);
