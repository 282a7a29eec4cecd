import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AwsCall, signCall } from './sign-call.ts';

/** The hash that the signer of the SDK asks for. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data));
  }
  reset(): void {}
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}

const secret = fc.stringMatching(/^[A-Za-z0-9/+=]{1,60}$/);
const call = fc.record({
  service: fc.constantFrom('dynamodb', 'sns', 'secretsmanager', 'ses'),
  region: fc.constantFrom('us-east-1', 'eu-central-1', 'cn-north-1', 'us-gov-west-1'),
  host: fc.oneof(
    fc.constantFrom('dynamodb.us-east-1.amazonaws.com', 'localhost', '[::1]:8000'),
    fc.integer({ min: 1, max: 65_535 }).map((port) => `127.0.0.1:${port}`),
  ),
  called: fc.constantFrom(
    { target: 'DynamoDB_20120810.GetItem' },
    { target: 'DynamoDB_20120810.PutItem' },
    { target: 'AWSEvents.PutEvents', jsonVersion: '1.1' as const },
    { path: '/v2/email/outbound-emails' },
  ),
  body: fc.oneof(fc.json(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
});
const credentials = fc.record({
  accessKeyId: fc.stringMatching(/^[A-Z0-9]{16,20}$/),
  secretAccessKey: secret,
  sessionToken: fc.option(secret, { nil: undefined }),
});
/** Every moment that has a date of four digits, to the millisecond. */
const moment = fc.integer({ min: 0, max: Date.UTC(9999, 0) });

it("signs each call as the SDK's own signer does", async () => {
  await fc.assert(
    fc.asyncProperty(call, credentials, moment, async ({ called, ...rest }, by, now) => {
      const asked: AwsCall = { ...rest, ...called };
      const signed = signCall(asked, by, now);
      const { authorization: _, 'x-amz-date': __, 'x-amz-security-token': ___, ...headers } = signed;
      const signer = new SignatureV4({
        ...{ service: asked.service, region: asked.region, sha256: Sha256, applyChecksum: false },
        credentials: { ...by, sessionToken: by.sessionToken ?? '' },
      });
      const [hostname = '', port] = asked.host.split(/:(?=\d+$)/);
      const request = {
        ...{
          method: 'POST',
          protocol: 'https:',
          hostname,
          path: asked.path ?? '/',
          query: {},
          headers,
          body: asked.body,
        },
        ...(port !== undefined && { port: Number(port) }),
      };
      const theirs = await signer.sign(request, { signingDate: new Date(now) });
      expect(signed).toEqual(theirs.headers);
    }),
    { numRuns: 300 },
  );
});
