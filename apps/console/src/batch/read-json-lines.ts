import type * as z from 'zod/mini';

/** The lines of JSON Lines that are as expected. */
export function readJsonLines<Schema extends z.ZodMiniType>(text: string, line: Schema): readonly z.infer<Schema>[] {
  return text.split('\n').flatMap((json) => {
    try {
      const read = line.safeParse(JSON.parse(json));
      return read.success ? [read.data] : [];
    } catch {
      return [];
    }
  });
}
