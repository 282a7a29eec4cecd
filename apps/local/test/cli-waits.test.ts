import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keptWorld } from './kept-world.ts';

const example = (name: string) => fileURLToPath(new URL(`../../../examples/orders/${name}.json`, import.meta.url));

describe('order place', () => {
  it.each([
    ['bank-transfer', /Await Payment: waiting for the payment to settle, asked again in .* · a transfer is under way/],
    ['refund-later', /Await Refund: waiting for the refund to settle, asked again in .* · the refund is accepted/],
  ])('says of %s what it waits for, which is no failure', async (name, words) => {
    const { exitCode, stdout } = await keptWorld().order(['place', example(name), '--fast-forward']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(words);
  });
});
