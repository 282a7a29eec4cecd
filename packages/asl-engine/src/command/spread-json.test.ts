import { expect, it } from 'vitest';
import { spreadJson } from './spread-json.ts';

it('keeps in one line what fits, and is the same JSON', () => {
  const value = {
    order: { id: '1', 'a b': [] },
    items: [{ sku: 'A', quantity: 2 }, { sku: 'B"' }],
    none: null,
    empty: {},
  };
  expect(spreadJson(value, 40)).toBe(`{
  "order": { "id": "1", "a b": [] },
  "items": [
    { "sku": "A", "quantity": 2 },
    { "sku": "B\\"" }
  ],
  "none": null,
  "empty": {}
}`);
  for (const columns of [1, 20, 200]) expect(JSON.parse(spreadJson(value, columns))).toEqual(value);
});
