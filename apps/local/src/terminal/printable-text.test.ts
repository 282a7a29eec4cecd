import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWord } from './printable-text.ts';

const words = ['12345', '#1001', 'ORD/2026/000123', 'gid://shopify/Order/450789469', "O'Brien 7", '$HOME', 'a;b', '*'];

describe(shellWord, () => {
  it('leaves as it is what no shell reads otherwise', () => {
    expect(shellWord('gid://shopify/Order/450789469')).toBe('gid://shopify/Order/450789469');
    expect(shellWord('#1001')).toBe("'#1001'");
  });

  it.skipIf(process.platform === 'win32')('is what a shell takes for one word', () => {
    const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n' ${words.map(shellWord).join(' ')}`], {
      encoding: 'utf8',
    });
    expect(stdout.trimEnd().split('\n')).toEqual(words);
  });
});
