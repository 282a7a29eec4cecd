import { describe, expect, it } from 'vitest';
import { replaceBlock, replaceBlocks } from './replace-block.ts';

describe(replaceBlock, () => {
  it('leaves the rest of the document as it is', () => {
    const document = 'a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb\n';
    expect(replaceBlock(document, 'x', 'new')).toBe('a\n<!-- x:begin -->\nnew\n<!-- x:end -->\nb\n');
  });

  it('says which block a document lacks', () => {
    expect(() => replaceBlock('a', 'x', 'new')).toThrow('the document has no block "x"');
  });
});

describe(replaceBlocks, () => {
  it('fills each of several blocks', () => {
    const document = '<!-- x:begin -->\n<!-- x:end -->\n<!-- y:begin -->\n<!-- y:end -->\n';
    expect(replaceBlocks(document, { y: '2', x: '1' })).toBe(
      '<!-- x:begin -->\n1\n<!-- x:end -->\n<!-- y:begin -->\n2\n<!-- y:end -->\n',
    );
  });
});
