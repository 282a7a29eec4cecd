import { describe, expect, it } from 'vitest';
import { columnsOf } from './terminal-features.ts';

describe(columnsOf, () => {
  it('are those of a terminal', () => {
    expect(columnsOf({ isTTY: true, columns: 132 }, { COLUMNS: '60' })).toBe(132);
  });

  it.each([
    ['60', 60],
    ['200', 200],
    [undefined, undefined],
    ['', undefined],
    ['0', undefined],
    ['-5', undefined],
    ['wide', undefined],
  ])('are, elsewhere, what COLUMNS says: %j', (said, columns) => {
    const environment = said === undefined ? {} : { COLUMNS: said };
    expect(columnsOf({ isTTY: false, columns: 132 }, environment)).toBe(columns);
  });
});
