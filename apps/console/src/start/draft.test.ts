import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetName, keepDraft, readDraft } from './draft.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  kept.clear();
  vi.unstubAllGlobals();
});

describe('the draft', () => {
  it('is what was left in this tab, else the sample order', () => {
    expect(JSON.parse(readDraft().text)).toMatchObject({ orderId: '12345' });
    keepDraft({ text: '{}', name: 'mine' });
    expect(readDraft()).toEqual({ text: '{}', name: 'mine' });
  });

  it('forgets a name that was chosen for one order, and nothing else', () => {
    keepDraft({ text: '{}', name: 'mine' });
    forgetName();
    expect(readDraft()).toEqual({ text: '{}', name: '' });
  });

  it('is not kept when it is longer than an order can be', () => {
    keepDraft({ text: '{}', name: '' });
    keepDraft({ text: 'x'.repeat(6_000_000), name: '' });
    expect(kept.size).toBe(0);
  });

  it('is not needed: a browser that keeps nothing, or is full, does no harm', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    keepDraft({ text: '{}', name: '' });
    expect(JSON.parse(readDraft().text)).toMatchObject({ orderId: '12345' });
  });
});
