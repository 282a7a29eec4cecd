import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../temporary-place.ts';

const tour = readFileSync(join(repository, 'docs/tour.md'), 'utf8');
// What is between these marks is kept by pnpm diagram.
const stops = tour
  .replaceAll(/<!-- sentence:begin -->[\s\S]*?<!-- sentence:end -->/g, '')
  .split(/^## /m)
  .slice(1);
const links = [...tour.matchAll(/\[`([^`]+)`\]\(\.\.\/([^)]+\.tsx?)\)/g)].map(([, name = '', file = '']) => ({
  name,
  file,
}));
const read = (file: string) => readFileSync(join(repository, file), 'utf8');
const dense = (text: string) => text.replaceAll(/\s+/g, '');

describe('docs/tour.md', () => {
  it('has ten stops, each with an export to look at', () => {
    expect(stops.map((stop) => stop.split('.')[0])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    for (const stop of stops) expect(stop).toMatch(/\[`\w+`\]\(\.\.\/[^)]+\.tsx?\)/);
  });

  it.each(links)('leads to $name, which $file exports', ({ name, file }) => {
    expect(existsSync(join(repository, file))).toBe(true);
    const isExported = new RegExp(`^export (?:async )?(?:function|const|class|interface|type) ${name}\\b`, 'm');
    expect(read(file)).toMatch(isExported);
  });

  it('shows code that stands in a file of its stop', () => {
    const shown = stops.flatMap((stop) =>
      [...stop.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => ({
        code,
        files: links.filter(({ file }) => stop.includes(file)).map(({ file }) => dense(read(file))),
      })),
    );
    expect(shown).toHaveLength(1);
    for (const { code, files } of shown) expect(files.some((file) => file.includes(dense(code)))).toBe(true);
  });
});
