import { type AwsService, exchangeHttp, parseJson, signCall } from '@order-workflow/stage-kit/aws';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { awsCallTimeoutMs } from './states-from-environment.ts';

export type StepFunctionsAnswer =
  | { readonly kind: 'done'; readonly body: Readonly<Record<string, unknown>> }
  /** Step Functions' name for what it refused: `ExecutionAlreadyExists`. */
  | { readonly kind: 'refused'; readonly error: string };

/** A history's output has 256 KiB at most; as JSON in JSON it may be twice that. */
const maxBytes = 1024 * 1024;

/** Answers that say "not now" (https://docs.aws.amazon.com/step-functions/latest/apireference/CommonErrors.html). */
const passing = /^(Throttl|RequestExpired|InvalidSignature|ExpiredToken|ServiceUnavailable|Internal)|LimitExceeded$/;

/**
 * Calls Step Functions, signed, without its SDK, which is half a megabyte.
 *
 * @throws ApiUnavailable when no answer comes; a call may have had its effect then
 */
export async function callStates(
  { url, region, credentials }: AwsService,
  operation: string,
  input: object,
): Promise<StepFunctionsAnswer> {
  const body = JSON.stringify(input);
  const payload = Buffer.from(body);
  const target = `AWSStepFunctions.${operation}`;
  const signed = signCall({ service: 'states', region, host: url.host, target, body }, credentials(), Date.now());
  const headers = { ...signed, 'content-length': payload.length };
  const signal = AbortSignal.timeout(awsCallTimeoutMs);
  const answer = await exchangeHttp(url, { method: 'POST', headers, payload, signal, maxBytes });
  if (answer.kind !== 'response') throw new ApiUnavailable(`Step Functions: ${answer.detail}`);
  const read = parseJson(answer.text);
  const told: Readonly<Record<string, unknown>> = typeof read === 'object' && read !== null ? { ...read } : {};
  if (answer.status === 200) return { kind: 'done', body: told };
  const error = errorIn(told);
  if (answer.status >= 500 || answer.status === 429 || passing.test(error))
    throw new ApiUnavailable(`Step Functions answered ${operation} with ${error} (${answer.status})`);
  return { kind: 'refused', error };
}

function errorIn({ __type: type }: Readonly<Record<string, unknown>>): string {
  const name = typeof type === 'string' ? type.slice(type.lastIndexOf('#') + 1) : '';
  return /^\w{1,80}$/.test(name) ? name : 'without a reason';
}
