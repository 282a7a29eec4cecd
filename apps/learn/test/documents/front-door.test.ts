import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeSentence } from '../../src/page/write-sentence.ts';
import { repository } from '../temporary-place.ts';

const readme = readFileSync(join(repository, 'README.md'), 'utf8');

describe('the README', () => {
  it('is a front door: at most 110 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(110);
  });

  it("answers a newcomer's questions in their order", () => {
    const questions = [
      '# Order Workflow',
      '## See it in a minute',
      '## What you may rely on',
      '## Where to go from here',
    ];
    const places = questions.map((question) => readme.indexOf(`${question}\n`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBe(0);
  });

  it('shows the four stages of an order that goes well one below the other, and beside them all that may go otherwise', () => {
    const [, picture = ''] = /!\[The state machine that the sentence makes\]\(([^)]+)\)/.exec(readme) ?? [];
    const svg = readFileSync(join(repository, picture), 'utf8');
    const box = /translate\(([\d.]+) ([\d.]+)\)"><rect class="box"(?:(?!<text).)*<text class="name"[^>]*>([^<]+)</g;
    const boxes = [...svg.matchAll(box)].map(([, x, y, name]) => ({ x: Number(x), y: Number(y), name }));
    const way = boxes.filter(({ x }) => x === boxes[0]?.x).toSorted((one, other) => one.y - other.y);
    expect(way.map(({ name }) => name)).toEqual(['Validate Order', 'Process Payment', 'Ship Order', 'Notify Customer']);
    expect(boxes.length).toBeGreaterThan(way.length);
  });

  it('leads to every page of docs, some by way of another', () => {
    const reached = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file) || !existsSync(join(repository, file))) return;
      reached.add(file);
      if (!file.endsWith('.md')) return;
      for (const [, link = ''] of readFileSync(join(repository, file), 'utf8').matchAll(/\]\(([^)#:]+\.md)/g))
        follow(join(dirname(file), link));
    };
    follow('README.md');
    const pages = globSync('docs/**/*.md', { cwd: repository });
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });
});

describe('the documents', () => {
  it('show the sentence as it stands in the source (if not, run pnpm diagram)', () => {
    for (const [file, text] of Object.entries(writeSentence(repository)))
      expect(readFileSync(join(repository, file), 'utf8')).toBe(text);
  });

  const places = ['*.md', 'docs/**/*.md', '{apps,packages,examples}/*/*.md', 'infra/*.md'];
  const headings = (file: string) =>
    [...readFileSync(join(repository, file), 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  it('link only to what is there: files, and headings of documents', () => {
    const broken = globSync(places, { cwd: repository })
      .filter((file) => !file.endsWith('CHANGELOG.md'))
      .flatMap((file) => {
        const text = readFileSync(join(repository, file), 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
        return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
          if (/^[a-z]+:/.test(link)) return [];
          const [path = '', heading] = link.split('#');
          const target = path === '' ? file : join(dirname(file), path);
          const isThere = existsSync(join(repository, target));
          const hasHeading =
            heading === undefined || !target.endsWith('.md') || (isThere && headings(target).includes(heading));
          return isThere && hasHeading ? [] : [`${file}: ${link}`];
        });
      });
    expect(broken).toEqual([]);
  });
});
