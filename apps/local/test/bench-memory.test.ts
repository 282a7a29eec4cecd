import { expect, it } from 'vitest';
import { memoryGrowth, memoryLine } from '../bin/bench-memory/memory-growth.ts';

it('says how much it was at most, and how many times the fifth the end is', () => {
  const megabytes = [150, 200, 300, 320, 340, 400, 390, 380, 370, 360, 330];
  const points = megabytes.map((many, at) => ({ orders: at * 10, bytes: many * 1e6 }));
  expect(memoryGrowth(points)).toEqual({ mostBytes: 4e8, times: 1.1 });
  expect(points.slice(0, 2).map(memoryLine)).toEqual(['0 orders: 150 MB', '10 orders: 200 MB']);
});
