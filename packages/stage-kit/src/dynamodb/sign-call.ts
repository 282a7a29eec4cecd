import type { KeyObject } from 'node:crypto';

/** Who calls, as Lambda says it in the environment. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Absent of a user's own key, which does not expire. */
  readonly sessionToken?: string | undefined;
}

/** A call of a service that takes JSON: always a `POST` without a query. */
export interface AwsCall {
  readonly service: string;
  readonly region: string;
  /** As it is sent: with the port, unless that is the protocol's own. */
  readonly host: string;
  /** What is called: `DynamoDB_20120810.GetItem`. Left out of a service that tells its operations apart by their paths. */
  readonly target?: string;
  /** The version of AWS's JSON protocol that such a service speaks: 1.0 unless given. */
  readonly jsonVersion?: '1.0' | '1.1' | undefined;
  /** `/` unless given; of letters, digits, `/`, `-`, `.` and `_`, since nothing in it is encoded. */
  readonly path?: string;
  readonly body: string;
}

/**
 * The headers of a call with its signature (AWS Signature Version 4,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html). All that makes signing hard,
 * paths that must be encoded, queries and any headers at all, these calls do not have; a test holds it to @smithy/signature-v4.
 *
 * @param now milliseconds since the epoch; a signature is good for five minutes
 */
export function signCall(call: AwsCall, credentials: AwsCredentials, now: number): Readonly<Record<string, string>> {
  const { createHmac, hash } = process.getBuiltinModule('node:crypto');

  const { service, region, host, target, jsonVersion = '1.0', path = '/', body } = call;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const time = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const day = time.slice(0, 8);
  const scope = `${day}/${region}/${service}/aws4_request`;
  // By name, as the signature has them.
  const headers: Record<string, string> = {
    'content-type': `application/${target ? `x-amz-json-${jsonVersion}` : 'json'}`,
    host,
    'x-amz-date': time,
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
    ...(target && { 'x-amz-target': target }),
  };
  const signed = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const request = ['POST', path, '', lines.join(''), signed, hash('sha256', body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', time, scope, hash('sha256', request)].join('\n');
  const signature = createHmac('sha256', signingKey(secretAccessKey, scope)).update(text).digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
  return { ...headers, authorization };
}

const madeKeys = new Map<string, { readonly from: string; readonly key: KeyObject }>();

/** The key of a day, a region and a service, which is made once a day; as an object, which Node need not make at each signature. */
function signingKey(secret: string, scope: string): KeyObject {
  const [day = '', ...parts] = scope.split('/');
  const place = parts.join('/');
  const from = `${day} ${secret}`;
  const made = madeKeys.get(place);
  if (made?.from === from) return made.key;
  const { createHmac, createSecretKey } = process.getBuiltinModule('node:crypto');
  const hmac = (key: KeyObject, text: string) => createSecretKey(createHmac('sha256', key).update(text).digest());
  const key = [day, ...parts].reduce(hmac, createSecretKey(`AWS4${secret}`, 'utf8'));
  madeKeys.set(place, { from, key });
  return key;
}
