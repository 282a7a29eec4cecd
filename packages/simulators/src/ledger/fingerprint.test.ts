import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

const content = { name: 'Ada', lines: [{ sku: 'A', quantity: 1 }, { sku: 'B' }] };

describe(fingerprint, () => {
  it('is the same whatever the order in which fields are named', () => {
    const other = { lines: [{ quantity: 1, sku: 'A' }, { sku: 'B' }], name: 'Ada' };
    expect(fingerprint('key', other)).toBe(fingerprint('key', content));
  });

  it.each([
    { ...content, name: 'Eve' },
    { ...content, lines: [{ sku: 'B' }, { sku: 'A', quantity: 1 }] },
    { name: 'Ada' },
    null,
  ])('is another for other content: %j', (other) => {
    expect(fingerprint('key', other)).not.toBe(fingerprint('key', content));
  });

  it('does not show that two keys came with the same content', () => {
    expect(fingerprint('other', content)).not.toBe(fingerprint('key', content));
  });
});
