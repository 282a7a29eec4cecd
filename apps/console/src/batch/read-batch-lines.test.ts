import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { batchIdOf, countRefused } from './read-batch-lines.ts';
import { readJsonLines } from './read-json-lines.ts';

describe(batchIdOf, () => {
  it('finds the batch in the input of its execution, and none in anything else', () => {
    expect(batchIdOf('{"batchId":"b-1","parts":3}')).toBe('b-1');
    for (const input of [undefined, null, '', '{', '[]', '{"batchId":1}']) expect(batchIdOf(input)).toBeUndefined();
  });
});

describe(countRefused, () => {
  it('counts what placed nothing and found nothing placed', () => {
    expect(countRefused({ statuses: { 202: 5, 200: 4, 400: 1, 409: 2, 422: 3 } })).toBe(6);
  });
});

describe(readJsonLines, () => {
  it('reads the lines that are as expected', () => {
    expect(readJsonLines('{"a":1}\n{"a":"2"}\n{\n\n{"a":3}\n', z.object({ a: z.number() }))).toEqual([
      { a: 1 },
      { a: 3 },
    ]);
  });
});
