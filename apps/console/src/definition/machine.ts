import * as z from 'zod/mini';

const catcher = z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() });

/** A retrier of a state, in the words of the definition. */
const retrierSchema = z.looseObject({
  ErrorEquals: z.array(z.string()),
  MaxAttempts: z.optional(z.number()),
  IntervalSeconds: z.optional(z.number()),
  BackoffRate: z.optional(z.number()),
  MaxDelaySeconds: z.optional(z.number()),
  JitterStrategy: z.optional(z.string()),
});

const rule = z.looseObject({ Next: z.string(), Condition: z.optional(z.string()) });

const state = z.looseObject({
  Type: z.string(),
  Comment: z.optional(z.string()),
  Resource: z.optional(z.string()),
  Next: z.optional(z.string()),
  End: z.optional(z.boolean()),
  Retry: z.optional(z.array(retrierSchema)),
  /** Seconds; a text where it is worked out. */
  TimeoutSeconds: z.optional(z.union([z.number(), z.string()])),
  Catch: z.optional(z.array(catcher)),
  Choices: z.optional(z.array(rule)),
  Default: z.optional(z.string()),
});

/** What the console reads of a definition in Amazon States Language; the rest is passed over. */
export const machineSchema = z.looseObject({
  StartAt: z.string(),
  Comment: z.optional(z.string()),
  States: z.record(z.string(), state),
});

export type Machine = z.infer<typeof machineSchema>;
export type MachineState = z.infer<typeof state>;
