import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allMutants } from './all-mutants.ts';
import { applyMutant, MutantRotten } from './apply-mutant.ts';

const sourceOf = (file: string) => readFileSync(fileURLToPath(new URL(`../../../../${file}`, import.meta.url)), 'utf8');

describe(applyMutant, () => {
  it.each(allMutants)('still finds its text: $name', (mutant) => {
    const source = sourceOf(mutant.file);
    expect(applyMutant(mutant, source)).not.toBe(source);
  });

  const mutant = {
    name: 'x',
    breaks: 'one charge, one shipment',
    file: 'a.ts',
    text: 'one',
    becomes: '$& two',
  } as const;

  it('puts the replacement in as it stands', () => {
    expect(applyMutant(mutant, 'is one.')).toBe('is $& two.');
  });

  it.each([
    ['not there', 'two'],
    ['there twice', 'one one'],
  ])('refuses a text that is %s', (_, source) => {
    expect(() => applyMutant(mutant, source)).toThrow(MutantRotten);
  });
});

it('tells mutants apart by their names', () => {
  expect(new Set(allMutants.map(({ name }) => name)).size).toBe(allMutants.length);
});
