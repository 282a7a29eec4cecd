import * as z from 'zod/mini';

/** What is said of the failure of each stage, by its key: what its manifest says, as a deployment hands it over. */
const apologiesSchema = z.record(
  z.string(),
  z.object({
    failed: z.string(),
    rejected: z.optional(z.string()),
    /** The names of its rejections: these alone have reasons for a customer. */
    rejections: z.array(z.string()),
    /** What is said where the stage was left waiting until its time was over, by the name of what it waited for. */
    awaited: z.optional(z.object({ error: z.string(), failed: z.string() })),
  }),
);

export type Apologies = z.infer<typeof apologiesSchema>;

/**
 * Reads the apologies of a deployment, which are JSON. There are none where they cannot be read: to be told in general words is
 * better than not to be told.
 */
export function readApologies(text: string | undefined): Apologies {
  try {
    return apologiesSchema.safeParse(JSON.parse(text ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}
