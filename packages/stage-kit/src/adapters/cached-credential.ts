import type { Clock } from '../surroundings.ts';

/** What a service is shown so that it knows who asks: a bearer token. */
export interface Credential {
  /** Rejects with an error whose name says why there is none. */
  read(): Promise<string>;
  /** The service did not take it: the next read asks anew. */
  forget(): void;
}

export interface CredentialSource {
  /** Asks where the credential is kept. */
  readonly fetch: () => Promise<string>;
  readonly clock: Clock;
  /** How long an answer is used before it is asked for again, so that a rotated one is found; five minutes unless given. */
  readonly maxAgeMs?: number;
  /** How long is waited for an answer. A stage's own time-out counts on it. */
  readonly timeoutMs: number;
}

/** The token is missing or could not stand in a header. The message never repeats it. */
class CredentialUnusable extends Error {
  override readonly name = 'CredentialUnusable';
}

class CredentialTimeout extends Error {
  override readonly name = 'CredentialTimeout';
}

/** How long an aged credential goes on before its source is asked again: a stage has no time to wait at each call. */
const againAfterMs = 30_000;

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1, b64token */
const bearerToken = /^[A-Za-z0-9._~+/-]+=*$/;

/**
 * Keeps a credential for a while, as a function lives from order to order. When it has aged and its source does not
 * answer, the old one goes on: orders do not stop for that. One that a service refused is never used again.
 */
export function cachedCredential({ fetch, clock, maxAgeMs = 300_000, timeoutMs }: CredentialSource): Credential {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return {
    async read() {
      if (kept && clock.now() < kept.until) return kept.token;
      try {
        kept = { token: usable(await within(timeoutMs, fetch())), until: clock.now() + maxAgeMs };
        return kept.token;
      } catch (error) {
        if (!kept) throw error;
        kept = { ...kept, until: clock.now() + againAfterMs };
        return kept.token;
      }
    },
    forget() {
      kept = undefined;
    },
  };
}

function usable(token: string): string {
  if (bearerToken.test(token)) return token;
  throw new CredentialUnusable('the credential is not a bearer token: letters, digits and ._~+/- without a space');
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const limit = AbortSignal.timeout(milliseconds);
  const { promise: late, reject } = Promise.withResolvers<never>();
  const pass = () => reject(new CredentialTimeout(`no answer within ${milliseconds} ms`));
  limit.addEventListener('abort', pass, { once: true });
  return Promise.race([work, late]).finally(() => limit.removeEventListener('abort', pass));
}
