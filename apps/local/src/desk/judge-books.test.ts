import { describe, expect, it } from 'vitest';
import { judgeBooks } from './judge-books.ts';

const nothing = { held: 0, refunding: 0, parcels: 0 };

describe(judgeBooks, () => {
  it.each([
    ['good', { ...nothing, held: 5, parcels: 1 }, 'nobody', true, /agree/],
    ['bad', { held: 5, refunding: 5, parcels: 1 }, 'nobody', true, /going back although/],
    ['bad', { ...nothing, held: 5, parcels: 2 }, 'nobody', true, /2 parcels/],
    ['bad', { ...nothing, held: 5 }, 'nobody', false, /nothing works on it/],
    ['bad', { ...nothing, held: 5 }, 'person', false, /a person must act/],
    ['run', { ...nothing, held: 5 }, 'under-way', false, /under way/],
    ['run', { held: 5, refunding: 5, parcels: 0 }, 'under-way', false, /on its way back/],
    ['good', { ...nothing, parcels: 1 }, 'nobody', true, /nothing to pay/],
    ['bad', { ...nothing, parcels: 1 }, 'person', false, /nobody has paid/],
    ['good', nothing, 'nobody', false, /Nothing is held/],
    ['warn', nothing, 'person', false, /must act all the same/],
    ['run', nothing, 'under-way', false, /under way/],
  ] as const)('is %s of %o that %s sees to', (tone, books, by, fulfilled, words) => {
    expect(judgeBooks(books, by, fulfilled)).toEqual({ tone, words: expect.stringMatching(words) });
  });
});
