import { gunzipSync, gzipSync } from 'node:zlib';
import { type ApiAnswer, type ApiResult, writeApiAnswer } from '../http/api-answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { Unpack } from '../http/read-lines-body.ts';

/** The most characters that are given plainly: Lambda answers by 6 MB at most, in which some are escaped. */
const mostPlain = 4_000_000;

/**
 * An answer as API Gateway takes it, JSON Lines packed by gzip where the caller takes that, or where they would be too long without.
 * What is packed is bytes, which a function gives in base64.
 */
export function packedAnswer(answer: ApiAnswer, request: ApiRequest | undefined): ApiResult {
  const result = writeApiAnswer(answer);
  if (typeof answer.body !== 'string') return result;
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?![.\d]))/i.test(request?.headers['accept-encoding'] ?? '');
  const headers = { ...result.headers, vary: 'accept-encoding' };
  if (!takesGzip && answer.body.length <= mostPlain) return { ...result, headers };
  return {
    ...result,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync(answer.body).toString('base64'),
    isBase64Encoded: true,
  };
}

/** Unpacks gzip, and never more than so many bytes of it. */
export const unpackGzip: Unpack = (packed, most) => {
  try {
    return gunzipSync(packed, { maxOutputLength: most });
  } catch (problem) {
    const isLong = problem instanceof Error && 'code' in problem && problem.code === 'ERR_BUFFER_TOO_LARGE';
    return isLong ? 'too-long' : 'broken';
  }
};
