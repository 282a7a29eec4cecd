import type { Json } from '../json/json.ts';

/** What a task gives, or fails with, instead of calling anything. */
export type MockedTask =
  | { readonly kind: 'return'; readonly output: Json }
  | { readonly kind: 'throw'; readonly error: string | undefined; readonly cause: string | undefined };

/** Says of a state's attempt what it gives without a call; undefined when it calls what its Resource names. */
export type MockTask = (stateName: string, retryCount: number) => MockedTask | undefined;
