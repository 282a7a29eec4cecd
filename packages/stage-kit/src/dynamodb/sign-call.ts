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
  const { createHash, createHmac } = process.getBuiltinModule('node:crypto');
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

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
  const request = ['POST', path, '', lines.join(''), signed, sha256(body)].join('\n');
  const parts = [day, region, service, 'aws4_request'];
  const key = parts.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n')).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
  return { ...headers, authorization };
}
