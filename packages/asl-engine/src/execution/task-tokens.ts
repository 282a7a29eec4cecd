import type { Json } from '../json/json.ts';

/** The token is not, or no longer, one that a task waits for. AWS's name for it. */
export class TaskTimedOut extends Error {
  override readonly name = 'TaskTimedOut';
}

/** What has become of a task that waits for its token. */
export type TokenAnswer =
  | { readonly kind: 'success'; readonly output: Json }
  | { readonly kind: 'failure'; readonly error: string | undefined; readonly cause: string | undefined };

interface Waiting {
  readonly answer: (answer: TokenAnswer) => void;
  readonly heartbeat: () => void;
}

/** The task tokens that an execution waits for. */
export class TaskTokens {
  readonly #waiting = new Map<string, Waiting>();
  // An answer may come before the engine has begun to wait: the receiver may be faster than the sender's acknowledgement.
  readonly #early = new Map<string, TokenAnswer | undefined>();

  /** Makes a token known, before it is handed out. */
  announce(token: string): void {
    if (!this.#early.has(token)) this.#early.set(token, undefined);
  }

  /** Waits for the token's answer; returns how to stop. */
  wait(token: string, waiting: Waiting): () => void {
    const early = this.#early.get(token);
    this.#early.delete(token);
    if (early) waiting.answer(early);
    else this.#waiting.set(token, waiting);
    return () => this.#waiting.delete(token);
  }

  forget(token: string): void {
    this.#early.delete(token);
    this.#waiting.delete(token);
  }

  answer(token: string, answer: TokenAnswer): void {
    const waiting = this.#waiting.get(token);
    if (waiting) {
      this.#waiting.delete(token);
      waiting.answer(answer);
    } else if (this.#early.has(token) && this.#early.get(token) === undefined) {
      this.#early.set(token, answer);
    } else {
      throw new TaskTimedOut('No task waits for this token: it has been answered, has timed out, or never was.');
    }
  }

  heartbeat(token: string): void {
    const waiting = this.#waiting.get(token);
    if (waiting) waiting.heartbeat();
    else if (!this.#early.has(token)) throw new TaskTimedOut('No task waits for this token.');
  }
}

/** Makes the token of a task; it says which execution it belongs to, for hosts that run many. */
export function createTaskToken(executionArn: string, unique: string): string {
  return Buffer.from(JSON.stringify([executionArn, unique]), 'utf8').toString('base64');
}

/** The ARN of the execution that a token belongs to; undefined for what is no token. */
export function executionArnOfToken(token: string): string | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
    return Array.isArray(parts) && typeof parts[0] === 'string' ? parts[0] : undefined;
  } catch {
    return undefined;
  }
}
