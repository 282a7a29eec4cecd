import { describe, expect, it } from 'vitest';
import { readApologies } from './apologies.ts';

describe(readApologies, () => {
  it('reads what a deployment says of each stage', () => {
    const given = { giftWrap: { failed: 'your gift could not be wrapped', rejections: [] } };
    expect(readApologies(JSON.stringify(given))).toEqual(given);
  });

  it.each([undefined, '', 'no JSON', '[]', '{"payment":{}}'])(
    'has no words in %j: customers are told all the same',
    (text) => {
      expect(readApologies(text)).toEqual({});
    },
  );
});
