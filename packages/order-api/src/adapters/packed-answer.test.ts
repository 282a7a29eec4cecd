import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { aPost } from '../../test/a-world.ts';
import { packedAnswer } from './packed-answer.ts';

const lines = `${JSON.stringify({ line: 1, status: 202 })}\n`.repeat(1_000);
const asking = (encodings: string | undefined) => aPost('', undefined, { 'accept-encoding': encodings });

describe(packedAnswer, () => {
  it.each(['gzip', 'br, gzip;q=0.8', 'deflate,GZIP'])('packs JSON Lines for whoever takes %s', (encodings) => {
    const { headers, body, isBase64Encoded } = packedAnswer({ status: 200, body: lines }, asking(encodings));
    expect(headers).toMatchObject({ 'content-type': 'application/jsonl', 'content-encoding': 'gzip' });
    expect(isBase64Encoded).toBe(true);
    expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe(lines);
  });

  it.each([undefined, 'identity', 'gzip;q=0', 'br'])('gives them plainly where %s is taken', (encodings) => {
    const result = packedAnswer({ status: 200, body: lines }, asking(encodings));
    expect(result).toMatchObject({
      body: lines,
      headers: { 'content-type': 'application/jsonl', vary: 'accept-encoding' },
    });
    expect(result).not.toHaveProperty('isBase64Encoded');
  });

  it('packs for anybody what Lambda could not give plainly', () => {
    const { headers, body } = packedAnswer({ status: 200, body: lines.repeat(200) }, asking(undefined));
    expect(headers['content-encoding']).toBe('gzip');
    expect(body.length).toBeLessThan(100_000);
  });

  it('packs no JSON', () => {
    expect(packedAnswer({ status: 200, body: { a: 1 } }, asking('gzip'))).toMatchObject({ body: '{"a":1}' });
  });
});
