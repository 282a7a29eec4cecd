import { localeSchema } from '@order-workflow/order-domain';
import { german } from './de/german.ts';
import { english } from './en/english.ts';
import type { Language } from './wording.ts';

/** Every language that there are words in, the shop's own first. */
export const languages: readonly Language[] = [english, german];

/** The tags of these languages, BCP 47: what stages have to say of their failures is to be had in each. */
export const noticeLanguages: readonly string[] = languages.map(({ tag }) => tag);

/**
 * The language for a locale: that of its first part, whatever the region (`de-AT` is German), else the shop's own. What is no
 * locale is none: an order that was rejected for it is told of, too.
 */
export function languageOf(locale: unknown): Language {
  const [tag] = localeSchema.safeParse(locale).data?.toLowerCase().split(/[-_]/) ?? [];
  return languages.find((language) => language.tag === tag) ?? english;
}
