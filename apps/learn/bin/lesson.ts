// Checks the exercise of a lesson, or says how all of them stand: `pnpm lesson 4`, `pnpm lesson`.
import { fileURLToPath } from 'node:url';
import { isRight } from '../src/finding.ts';
import { isBegun, layOutExercise } from '../src/lay-out-exercise.ts';
import type { Lesson } from '../src/lesson.ts';
import { lessons } from '../src/lessons.ts';
import { reportFindings } from '../src/report-findings.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const folderOf = (lesson: Lesson) => `${repository}docs/learn/${lesson.folder}`;
const check = (lesson: Lesson) => lesson.check({ folder: folderOf(lesson), repository });

const usage = `usage: pnpm lesson [1–${lessons.length}]`;
const [asked, ...more] = process.argv.slice(2);
const lesson = lessons.find(({ number }) => String(number) === asked);
if (asked === '--help' || asked === '-h') {
  console.log(
    `${usage}\n\nChecks the exercise of a lesson: exit code 0 right, 1 not yet. Without a number it says how all of them stand.`,
  );
} else if (more.length > 0 || (asked !== undefined && lesson === undefined)) {
  console.error(usage);
  process.exitCode = 2;
} else if (lesson === undefined) {
  for (const each of lessons) {
    const isDone = isBegun(each, folderOf(each)) && isRight(await check(each));
    console.log(`  ${isDone ? '✓' : '·'} ${each.number}  docs/learn/${each.folder}/README.md`);
  }
} else {
  layOutExercise(lesson, folderOf(lesson));
  const findings = await check(lesson);
  console.log(reportFindings(lesson, findings, lessons[lessons.indexOf(lesson) + 1]));
  process.exitCode = isRight(findings) ? 0 : 1;
}
