import { describe, expect, it } from 'vitest';
import { replaceBlock } from './replace-block.ts';

describe(replaceBlock, () => {
  it('leaves the rest of the document as it is', () => {
    const document = 'a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb\n';
    expect(replaceBlock(document, 'x', 'new')).toBe('a\n<!-- x:begin -->\nnew\n<!-- x:end -->\nb\n');
  });

  it('says which block a document lacks', () => {
    expect(() => replaceBlock('a', 'x', 'new')).toThrow('the document has no block "x"');
  });
});
