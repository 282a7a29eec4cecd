import { type FailureNote, reasonsOf } from '@order-workflow/order-domain';
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
    /** The same in other languages, by their tags. */
    in: z.optional(
      z.record(
        z.string(),
        z.object({ failed: z.string(), rejected: z.optional(z.string()), awaited: z.optional(z.string()) }),
      ),
    ),
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

/**
 * What is said of a failure by the stage that failed, and the reason behind it where that is a customer's to read, without a full
 * stop; nothing where the stage has no words, or none in this language. Without a language it is the one of manifests, English.
 */
export function apologyFor(
  failure: FailureNote | undefined,
  apologies: Apologies,
  language?: string,
): { readonly said?: string; readonly reason?: string } {
  const own = failure && Object.hasOwn(apologies, failure.stage) ? apologies[failure.stage] : undefined;
  if (!failure || !own) return {};
  const translated = language !== undefined && own.in && Object.hasOwn(own.in, language) ? own.in[language] : undefined;
  const words = language === undefined ? { ...own, awaited: own.awaited?.failed } : translated;
  if (!words) return {};
  if (failure.error === own.awaited?.error) return { said: words.awaited ?? words.failed };
  const reason = own.rejections.includes(failure.error) ? reasonsOf(failure)[0] : undefined;
  if (reason === undefined) return { said: words.failed };
  return { said: words.rejected ?? words.failed, reason: reason.replace(/\.$/, '') };
}
