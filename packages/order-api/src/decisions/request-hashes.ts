import { createHash } from 'node:crypto';
import { canonicalJson } from '@order-workflow/order-domain';

/** By what a request is known again without being kept, and the name of the execution that it starts. */
export interface RequestHashes {
  readonly keyHash: string;
  readonly bodyHash: string;
  /** Made of key and body: 47 characters that Step Functions allows in a name. */
  readonly execution: string;
}

/** The hashes of a request. In the body neither spaces count nor the order in which fields are named. */
export function requestHashes(key: string, body: unknown): RequestHashes {
  const keyHash = sha256(key);
  const bodyHash = sha256(canonicalJson(body));
  return { keyHash, bodyHash, execution: `api-${sha256(`${keyHash}.${bodyHash}`)}` };
}

/**
 * The name of the execution that cancels an order as it stands: the same however often that is asked for, until the order stands
 * otherwise.
 */
export function cancellationName(
  orderId: string,
  { attempt, revision }: { attempt: number; revision: number },
): string {
  return `api-cancel-${sha256(`${attempt}.${revision}.${orderId}`)}`;
}

/** 43 letters, digits, `-` and `_`. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('base64url');
}
