import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = new URL('../../docs/defects.md', import.meta.url);
const row = /^\| [^|]+ \| \[[a-z-]+\]\(([^)]+)\) \| ([^|]+) \|$/gm;
const rows = [...readFileSync(page, 'utf8').matchAll(row)].map(([, file = '', title = '']) => ({ file, title }));

describe('docs/defects.md', () => {
  it.each(rows)('names a test that there is: $title', ({ file, title }) => {
    expect(readFileSync(new URL(file, page), 'utf8')).toContain(title);
  });

  it('is read whole', () => {
    const tests = readFileSync(page, 'utf8').match(/\.test\.ts\) \|/g) ?? [];
    expect(rows).toHaveLength(tests.length);
    expect(rows.length).toBeGreaterThan(25);
  });
});
