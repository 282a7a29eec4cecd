import type { RequestFields } from './request-fields.ts';
import type { World } from './world.ts';

/** Answers a call of one action; dates in the answer are written as the protocol wants them. Throws ApiError. */
export type Operation = (fields: RequestFields, world: World, call: CallOrigin) => object | Promise<object>;

/** Where a call is from, as far as new ARNs need it. */
export interface CallOrigin {
  readonly region: string;
  /** Aborts when the caller hangs up. */
  readonly signal: AbortSignal;
}
