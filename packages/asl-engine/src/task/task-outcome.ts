import type { Json } from '../json/json.ts';

/** How one attempt of a task ended. */
export type TaskOutcome =
  | { readonly kind: 'succeeded'; readonly output: Json }
  | { readonly kind: 'failed'; readonly error: string | undefined; readonly cause: string | undefined }
  | { readonly kind: 'timedOut' /** True when a heartbeat was missed. */; readonly heartbeat: boolean };
