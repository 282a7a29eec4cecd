import { describe, expect, it } from 'vitest';
import { straighten } from './straighten.ts';

/** Rows of blocks, each 10 wide. */
function rows(...texts: string[]) {
  return texts.map((text) => text.split(' ').map((block) => ({ block, half: 5 })));
}

describe(straighten, () => {
  it('puts each block beside the spine, as near as its neighbours in any row allow', () => {
    const places = straighten(rows('s', 'a s b', 'a s c b', 'd a s'), 's');
    expect(Object.fromEntries(places ?? [])).toEqual({ s: 0, a: -10, d: -20, b: 20, c: 10 });
  });

  it.each([
    ['a block is on both sides of the spine', ['a s', 's a']],
    ['two blocks change sides', ['s a b', 's b a']],
    ['a row has no spine', ['s a', 'b']],
  ])('gives up when %s', (_, texts) => {
    expect(straighten(rows(...texts), 's')).toBeUndefined();
  });
});
