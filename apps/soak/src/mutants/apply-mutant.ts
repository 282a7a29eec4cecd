import type { Mutant } from './mutant.ts';

/** The source has changed since the mutant was written, so that it is no longer clear what it breaks. */
export class MutantRotten extends Error {
  override readonly name = 'MutantRotten';
}

/**
 * The source of the mutant's file as the mutant has it.
 *
 * @throws MutantRotten when its text does not stand there exactly once
 */
export function applyMutant({ name, file, text, becomes }: Mutant, source: string): string {
  const found = source.split(text).length - 1;
  if (text !== '' && found === 1) return source.replace(text, () => becomes);
  throw new MutantRotten(`"${name}": its text stands ${found} times in ${file}, expected exactly once:\n${text}`);
}
