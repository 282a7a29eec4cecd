import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { orderSchema } from './order.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const table = readme.slice(readme.indexOf('\n## An order'), readme.indexOf('\nUnknown keys are refused'));
const fields = [...table.matchAll(/^\| (`.*?`) *\|/gm)].flatMap(([, given = '']) =>
  [...given.matchAll(/`(\w+)`/g)].map(([, name]) => name),
);

it('lists in the README the fields that an order has', () => {
  expect(fields.toSorted()).toEqual(Object.keys(orderSchema.shape).toSorted());
});
