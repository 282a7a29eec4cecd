import { describe, expect, it } from 'vitest';
import { StageNotMade, stageNames } from './stage-names.ts';

describe(stageNames, () => {
  it('writes a name in each of its ways', () => {
    expect(stageNames('gift-wrap', 'Wrap Gift')).toEqual({
      package: 'gift-wrap',
      packageName: 'giftWrap',
      PackageName: 'GiftWrap',
      PACKAGE: 'GIFT_WRAP',
      'State Name': 'Wrap Gift',
      'state-name': 'wrap-gift',
      stateName: 'wrapGift',
      StateName: 'WrapGift',
    });
  });

  it('writes the name of an undo in the same ways', () => {
    expect(stageNames('gift-wrap', 'Wrap Gift', 'Unwrap Gift')).toEqual({
      ...stageNames('gift-wrap', 'Wrap Gift'),
      'Undo Name': 'Unwrap Gift',
      'undo-name': 'unwrap-gift',
      undoName: 'unwrapGift',
      UndoName: 'UnwrapGift',
    });
  });

  it.each([
    ['unwrap', '--undo: given "unwrap"'],
    ['', '--undo: given ""'],
    ['Wrap Gift', '--undo: given "Wrap Gift", expected another state'],
  ])('refuses an undo called "%s"', (undo, complaint) => {
    expect(() => stageNames('gift-wrap', 'Wrap Gift', undo)).toThrow(StageNotMade);
    expect(() => stageNames('gift-wrap', 'Wrap Gift', undo)).toThrow(complaint);
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
