import type { Money } from '@order-workflow/order-domain';
import type { Call } from '../faults/fault-facts.ts';
import type { FaultName } from '../faults/faults.ts';

/** How a simulator answers when nothing goes wrong. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** One call, read and understood. */
export interface Operation {
  readonly call: Call;
  readonly key: string;
  readonly amount?: Money;
  /** Milliseconds since the epoch after which it does nothing. */
  readonly notAfter?: number | undefined;
  /** How this very request asks to be answered, by a magic value. It goes before the switchboard. */
  fault?(): FaultName | undefined;
  /** Has the effect, at `now` in milliseconds since the epoch. */
  perform(now: number): Answer;
  /** Whether a magic value has this answer get lost. It counts, so it is asked once, after the effect. */
  losesAnswer?(): boolean;
  /** Puts the request where it will have its effect later. Of calls that change something. */
  postpone?(now: number): void;
  /** Answers this key with the same failure from now on. Of calls whose key is replayed. */
  keepFailure?(now: number): void;
}

/** A request that is not one of the interface's. */
export interface BadRequest {
  readonly problem: string;
}

/** What an HTTP request consists of, as far as a simulator looks at it. */
export interface PlainRequest {
  readonly method: string;
  /** Decoded segments of the path. */
  readonly path: readonly string[];
  readonly idempotencyKey: string | undefined;
  /** Milliseconds since the epoch after which it is to do nothing, by `Not-After`; `NaN` when that is no instant. */
  readonly notAfter?: number | undefined;
  /** Undefined when there is none. */
  readonly body: unknown;
}

/** Reads a request; undefined when the interface has no such path. */
export type ReadOperation = (request: PlainRequest) => Operation | BadRequest | undefined;
