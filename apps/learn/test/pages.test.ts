import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lessons } from '../src/lessons.ts';
import { isExact, runShown } from '../src/page/run-shown.ts';
import { shownOutputs } from '../src/page/shown-output.ts';
import { writeLesson } from '../src/page/write-lesson.ts';
import { repository } from './temporary-place.ts';

const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const dense = (text: string) => text.replaceAll(/\s+/g, '');

describe.each(lessons)('docs/learn/$folder', (lesson) => {
  const place = `docs/learn/${lesson.folder}`;
  const page = read(`${place}/README.md`);

  it('is a page of at most 80 lines, with a picture, and an exercise by its number', () => {
    expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(80);
    expect(page).toMatch(new RegExp(`^# ${lesson.number}\\. `));
    expect(page).toContain('](picture.svg)');
    expect(page).toContain(`\`\`\`\npnpm lesson ${lesson.number}\n\`\`\``);
  });

  it('shows what its commands print, and the picture of their execution (if not, run pnpm diagram)', async () => {
    for (const [file, text] of Object.entries(await writeLesson(lesson, repository))) expect(read(file)).toBe(text);
  });

  it('shows of its other commands, one after another, what they print among other things', async () => {
    const data = mkdtempSync(join(tmpdir(), 'lesson-data-'));
    onTestFinished(() => rmSync(data, { recursive: true }));
    for (const { command, output } of shownOutputs(page).filter((one) => !isExact(one.command))) {
      const { stdout, stderr } = await runShown(command, repository, {
        env: { ORDER_WORKFLOW_DATA: data },
        isBuilt: true,
      });
      const printed = squeezed(`${stdout}\n${stderr}`);
      for (const line of output.trim().split('\n')) expect(printed).toContain(squeezed(line));
    }
  });

  it('shows of its files what stands in them', () => {
    const files = globSync(`${place}/**/*.{json,mjs}`, { cwd: repository }).map((file) => dense(read(file)));
    for (const [, code = ''] of page.matchAll(/^```(?:json|js)\n([\s\S]*?)```$/gm))
      expect({ code, found: files.some((file) => file.includes(dense(code))) }).toMatchObject({ found: true });
  });

  it('is in the list of lessons', () => {
    expect(read('docs/learn/README.md')).toContain(`| ${lesson.number} | [`);
    expect(read('docs/learn/README.md')).toContain(`](${lesson.folder}/README.md)`);
  });
});

it('names in the last lesson the files that a new stage has', () => {
  const page = read('docs/learn/8-a-stage-of-your-own/README.md');
  const named = [...page.matchAll(/[\w-]*wrap-gift[\w-]*\.ts/g)].map(([file]) => file);
  expect(named).toHaveLength(2);
  for (const file of named) {
    const template = `packages/toolchain/stage-template/src/${file.replace('wrap-gift', '{{state-name}}')}.template`;
    expect({ file, isMade: existsSync(join(repository, template)) }).toMatchObject({ isMade: true });
  }
});

it('leads from each lesson to the next', () => {
  for (const [index, { folder }] of lessons.slice(1).entries()) {
    const before = lessons[index]?.folder;
    expect(read(`docs/learn/${before}/README.md`)).toContain(`](../${folder}/README.md)`);
  }
  expect(globSync('docs/learn/*/README.md', { cwd: repository })).toHaveLength(lessons.length);
  expect(existsSync(join(repository, 'docs/learn/README.md'))).toBe(true);
});
