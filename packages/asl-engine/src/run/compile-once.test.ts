import { describe, expect, it } from 'vitest';
import { compileOnce } from './compile-once.ts';

const definition = (comment: string) => ({ Comment: comment, StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });

describe(compileOnce, () => {
  it('compiles the executions of one definition by one and the same machine', () => {
    expect(compileOnce(definition('one'))).toBe(compileOnce(definition('one')));
  });

  it('takes no definition for another', () => {
    const [one, other] = [compileOnce(definition('one')), compileOnce(definition('other'))];
    expect([one.comment, other.comment]).toEqual(['one', 'other']);
  });

  it('forgets what was not asked for longest, so that releases do not pile up in memory', () => {
    const [first, kept] = [compileOnce(definition('first')), compileOnce(definition('kept'))];
    for (let release = 0; release < 7; release++) {
      compileOnce(definition(`release ${release}`));
      compileOnce(definition('kept'));
    }
    expect(compileOnce(definition('kept'))).toBe(kept);
    expect(compileOnce(definition('first'))).not.toBe(first);
  });
});
