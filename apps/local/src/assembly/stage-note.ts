import * as z from 'zod/mini';

/**
 * What a template says of the stage that a function is, in the `Metadata` of the function (infra/src/constructs/stage-note.ts).
 * Functions that nobody synthesized from a manifest, and those of earlier releases, have none.
 */
const stageNoteSchema = z.object({
  /** What people call it for short: `payment`. */
  word: z.string(),
  /** Of an undo: the word of the stage that it undoes. */
  undoes: z.optional(z.string()),
  /** By which port it does its work, and by which call of that. */
  port: z.optional(z.object({ name: z.string(), call: z.optional(z.string()) })),
  /** The names of its faults. */
  faults: z.array(z.string()),
});

export type StageNote = z.infer<typeof stageNoteSchema>;

/** The note in the metadata of a function; undefined where there is none. */
export function readStageNote(metadata: Readonly<Record<string, unknown>> | undefined): StageNote | undefined {
  const read = stageNoteSchema.safeParse(metadata?.['OrderWorkflow::Stage']);
  return read.success ? read.data : undefined;
}
