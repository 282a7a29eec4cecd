import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../docs/decisions/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const files = readdirSync(folder).filter((name) => name !== 'README.md');
const index = read('README.md');

describe.each(files)('%s', (file) => {
  const [title = '', blank, status = ''] = read(file).split('\n');

  it('is numbered by its name, and is in the list under its title', () => {
    expect(title.slice(2, 6)).toBe(file.slice(0, 4));
    expect(blank).toBe('');
    expect(index).toContain(`- [${title.slice(2)}](${file})`);
  });

  it('says on which day it was made, and whether it holds', () => {
    const [, day = '', replacement] =
      status.match(/^\*(\d{4}-\d{2}-\d{2}) · (?:accepted|superseded by \[(\d{4})\]\(\d{4}-\S+\.md\))\*$/) ?? [];
    expect({ status, day: new Date(day).toString() }).not.toMatchObject({ day: 'Invalid Date' });
    if (replacement === undefined) return;
    expect(files.some((other) => other.startsWith(replacement) && other > file)).toBe(true);
    expect(index).toContain(`(${file}), superseded by ${replacement}`);
  });
});

it('no two decisions have one number', () => {
  const numbers = files.map((file) => file.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.length).toBeGreaterThanOrEqual(19);
});
