import type { Agent } from 'node:http';
import { exchangeHttp, httpModule, parseJson } from '../adapters/exchange-http.ts';
import { type AwsCredentials, signCall } from './sign-call.ts';

export interface DynamoService {
  /** https, or http on this machine; without a path. */
  readonly url: URL;
  readonly region: string;
  /** Read for each call, since they are replaced while a function lives. */
  readonly credentials: () => AwsCredentials;
}

export type DynamoAnswer =
  | { readonly kind: 'done'; readonly body: Readonly<Record<string, unknown>> }
  /** DynamoDB's name for what it refused: `ConditionalCheckFailedException`. */
  | { readonly kind: 'refused'; readonly error: string; readonly status: number }
  /** Certainly without effect. */
  | { readonly kind: 'not-done'; readonly detail: string }
  /** It may have had its effect. */
  | { readonly kind: 'lost'; readonly detail: string };

export type DynamoCall = (
  operation: string,
  input: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) => Promise<DynamoAnswer>;

/** An item is 400 KB at most; as JSON some more. */
const maxBytes = 1024 * 1024;

/** What is said of a signature that took too long to arrive, as from a function that was frozen meanwhile. */
const signedTooLongAgo = /^(InvalidSignature|ExpiredToken|RequestExpired)/;

/** Answers that say "not now" (DynamoDB, Error handling: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html). */
const passing = /^(Throttl|ProvisionedThroughput|(Request)?LimitExceeded)|ConflictException$/;

/**
 * Calls DynamoDB over connections that are kept alive, signed, without its SDK, which alone is larger than a stage may be
 * and takes longer to load than all else (docs/decisions). Nothing is tried again but a signature that came too late, once.
 */
export function callDynamo({ url, region, credentials }: DynamoService): DynamoCall {
  let agent: Agent | undefined;

  async function call(...[operation, input, signal]: Parameters<DynamoCall>): Promise<DynamoAnswer> {
    agent ??= new (httpModule(url).Agent)({ keepAlive: true });
    const body = JSON.stringify(input);
    const payload = Buffer.from(body);
    const target = `DynamoDB_20120810.${operation}`;
    const signed = signCall({ service: 'dynamodb', region, host: url.host, target, body }, credentials(), Date.now());
    const headers = { ...signed, 'content-length': payload.length };
    const answer = await exchangeHttp(url, { method: 'POST', headers, payload, signal, agent, maxBytes });
    if (answer.kind === 'not-sent') return { kind: 'not-done', detail: answer.detail };
    return answer.kind === 'lost' ? answer : read(answer.status, objectIn(answer.text));
  }

  return async (...asked) => {
    const answer = await call(...asked);
    if (answer.kind !== 'refused' || !signedTooLongAgo.test(answer.error)) return answer;
    const again = await call(...asked);
    if (again.kind !== 'refused' || !signedTooLongAgo.test(again.error)) return again;
    return { kind: 'not-done', detail: `${again.error}, signed anew too` };
  };
}

function read(status: number, body: Readonly<Record<string, unknown>> | undefined): DynamoAnswer {
  if (status === 200 && body) return { kind: 'done', body };
  const error = errorOf(body);
  if (passing.test(error) || status === 429) return { kind: 'not-done', detail: error };
  // DynamoDB says of its own failures that the write may have happened.
  if (status >= 500 || status === 408 || status === 200)
    return { kind: 'lost', detail: `answered ${status} (${error})` };
  return { kind: 'refused', error, status };
}

/** `com.amazonaws.dynamodb.v20120810#ResourceNotFoundException`, without what stands before it. */
function errorOf(body: Readonly<Record<string, unknown>> | undefined): string {
  const type = body?.['__type'];
  const name = typeof type === 'string' ? type.slice(type.lastIndexOf('#') + 1) : '';
  return /^\w{1,80}$/.test(name) ? name : 'without a reason';
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const body = parseJson(text);
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : undefined;
}
