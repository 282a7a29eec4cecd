// Writes what the pages of docs/learn show of their commands, and draws their pictures: `pnpm diagram`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lessons } from '../src/lessons.ts';
import { writeLesson } from '../src/page/write-lesson.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
for (const lesson of lessons)
  for (const [name, text] of Object.entries(await writeLesson(lesson, repository))) {
    const file = `${repository}${name}`;
    const isCurrent = existsSync(file) && readFileSync(file, 'utf8') === text;
    if (!isCurrent) writeFileSync(file, text);
    console.log(`${name} ${isCurrent ? 'is current' : 'written'}`);
  }
