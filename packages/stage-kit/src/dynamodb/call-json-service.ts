import type { Agent } from 'node:http';
import { exchangeHttp, httpModule, parseJson } from '../adapters/exchange-http.ts';
import { type AwsCredentials, signCall } from './sign-call.ts';

/** Where a service of AWS is, and who calls it. */
export interface AwsService {
  /** https, or http on this machine; without a path. */
  readonly url: URL;
  readonly region: string;
  /** Read for each call, since they are replaced while a function lives. */
  readonly credentials: () => AwsCredentials;
}

/** How a service is called that speaks AWS's JSON protocol. */
export interface AwsJsonProtocol {
  /** As calls are signed: `dynamodb`. */
  readonly service: string;
  /** What stands before the name of an operation: `DynamoDB_20120810`. */
  readonly target: string;
  /** 1.0 unless given. */
  readonly jsonVersion?: '1.0' | '1.1';
  /** Its names for "not now". */
  readonly passing: RegExp;
}

export type AwsAnswer =
  | { readonly kind: 'done'; readonly body: Readonly<Record<string, unknown>> }
  /** The service's name for what it refused: `ConditionalCheckFailedException`. */
  | { readonly kind: 'refused'; readonly error: string; readonly status: number }
  /** Certainly without effect. */
  | { readonly kind: 'not-done'; readonly detail: string }
  /** It may have had its effect. */
  | { readonly kind: 'lost'; readonly detail: string };

export type CallAws = (
  operation: string,
  input: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) => Promise<AwsAnswer>;

/** An item of DynamoDB is 400 KB at most; as JSON some more. Nothing that is called has a longer answer. */
const maxBytes = 1024 * 1024;

/** What is said of a signature that took too long to arrive, as from a function that was frozen meanwhile. */
const signedTooLongAgo = /^(InvalidSignature|ExpiredToken|RequestExpired)/;

/**
 * Calls a service of AWS over connections that are kept alive, signed, without its SDK, which alone is larger than a stage may be
 * and takes longer to load than all else (docs/decisions). Nothing is tried again but a signature that came too late, once.
 */
export function callJsonService(protocol: AwsJsonProtocol, { url, region, credentials }: AwsService): CallAws {
  const { service, jsonVersion } = protocol;
  let agent: Agent | undefined;

  async function call(...[operation, input, signal]: Parameters<CallAws>): Promise<AwsAnswer> {
    agent ??= new (httpModule(url).Agent)({ keepAlive: true });
    const body = JSON.stringify(input);
    const payload = Buffer.from(body);
    const target = `${protocol.target}.${operation}`;
    const signed = signCall({ service, region, host: url.host, target, jsonVersion, body }, credentials(), Date.now());
    const headers = { ...signed, 'content-length': payload.length };
    const answer = await exchangeHttp(url, { method: 'POST', headers, payload, signal, agent, maxBytes });
    if (answer.kind === 'not-sent') return { kind: 'not-done', detail: answer.detail };
    return answer.kind === 'lost' ? answer : read(answer.status, objectIn(answer.text), protocol.passing);
  }

  return async (...asked) => {
    const answer = await call(...asked);
    if (answer.kind !== 'refused' || !signedTooLongAgo.test(answer.error)) return answer;
    const again = await call(...asked);
    if (again.kind !== 'refused' || !signedTooLongAgo.test(again.error)) return again;
    return { kind: 'not-done', detail: `${again.error}, signed anew too` };
  };
}

function read(status: number, body: Readonly<Record<string, unknown>> | undefined, passing: RegExp): AwsAnswer {
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
