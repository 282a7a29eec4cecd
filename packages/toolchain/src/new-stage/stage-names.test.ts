import { describe, expect, it } from 'vitest';
import { StageNotMade, stageNames } from './stage-names.ts';

describe(stageNames, () => {
  it('writes a name in each of its ways', () => {
    expect(stageNames('gift-wrap', 'Wrap Gift')).toEqual({
      package: 'gift-wrap',
      packageName: 'giftWrap',
      PackageName: 'GiftWrap',
      'State Name': 'Wrap Gift',
      'state-name': 'wrap-gift',
      stateName: 'wrapGift',
      StateName: 'WrapGift',
    });
  });

  it.each([
    [undefined, 'Wrap Gift', 'package: missing'],
    ['GiftWrap', 'Wrap Gift', 'package: given "GiftWrap"'],
    ['../gift', 'Wrap Gift', 'package: given "../gift"'],
    ['gift', undefined, 'state: missing'],
    ['gift', 'Wrap', 'state: given "Wrap"'],
    ['gift', 'wrap gift', 'state: given "wrap gift"'],
    ['gift', `Wrap ${'X'.repeat(60)}`, 'state: given'],
  ])('refuses %s, %s and says what it expects', (name, state, complaint) => {
    expect(() => stageNames(name, state)).toThrow(StageNotMade);
    expect(() => stageNames(name, state)).toThrow(complaint);
    expect(() => stageNames(name, state)).toThrow('expected');
  });
});
