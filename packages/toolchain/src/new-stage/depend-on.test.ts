import { describe, expect, it } from 'vitest';
import { dependOn } from './depend-on.ts';

const dependencies = { '@order-workflow/notify': 'workspace:^', '@order-workflow/validate': 'workspace:^' };
const text = JSON.stringify({ name: 'x', dependencies, devDependencies: {} });

describe(dependOn, () => {
  it.each([
    ['@order-workflow/gift-wrap', 0],
    ['@order-workflow/stock', 1],
    ['@order-workflow/warehouse', 1],
  ])('puts %s where lines that are added at once can be merged', (name, place) => {
    const added = Object.keys(JSON.parse(dependOn(text, name)).dependencies);
    expect(added.indexOf(name)).toBe(place);
    expect(added).toHaveLength(3);
  });
});
