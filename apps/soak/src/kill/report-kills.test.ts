import { describe, expect, it } from 'vitest';
import { killProblems, killRows } from './report-kills.ts';

const batch = { orders: 50, underWay: [8, 0, 3], redriven: 1, violations: [] };

describe(killProblems, () => {
  it('finds none when kills have hit executions and the ledgers balance', () => {
    expect(killProblems([batch])).toEqual([]);
  });

  it('says so when no kill has hit anything', () => {
    expect(killProblems([{ ...batch, underWay: [0, 0] }])).toEqual(['no kill has hit an execution under way']);
  });

  it('names every promise that was broken', () => {
    expect(killProblems([batch, { ...batch, violations: ['not told'] }])).toEqual(['not told']);
  });
});

it('counts over all batches', () => {
  expect(Object.fromEntries(killRows([batch, batch]))).toMatchObject({
    orders: 100,
    'processes killed': 6,
    '  with executions under way': 4,
    'executions under way when one was killed': 22,
    'executions that were redriven': 2,
    violations: 0,
  });
});
