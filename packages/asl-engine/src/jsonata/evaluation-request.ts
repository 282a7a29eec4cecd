import type { Json } from '../json/json.ts';

/** What an expression sees by name. */
export type Bindings = Readonly<Record<string, unknown>>;

/** An evaluation that another thread is asked for. */
export interface EvaluationRequest {
  readonly text: string;
  readonly bindings: Bindings;
  /** Epoch milliseconds. */
  readonly now: number;
  /** What random numbers come from; undefined: they are really random. */
  readonly seed: number | undefined;
}

/** How it went. */
export type EvaluationAnswer =
  | { readonly kind: 'value'; readonly value: Json | undefined }
  | { readonly kind: 'notJson' }
  | { readonly kind: 'problem'; readonly description: string };
