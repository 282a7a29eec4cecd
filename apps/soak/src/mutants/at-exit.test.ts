import { expect, it } from 'vitest';
import { atExit } from './at-exit.ts';

it('closes all that is open at the exit by one listener, and nothing that was closed', () => {
  const before = process.listeners('exit');
  const closed: number[] = [];
  const close = Array.from({ length: 20 }, (_, index) => atExit(() => closed.push(index)));
  const added = process.listeners('exit').filter((listener) => !before.includes(listener));
  expect(added).toHaveLength(1);
  for (const one of close.slice(2)) one();
  added[0]?.(0);
  expect(closed).toEqual([0, 1]);
  for (const one of close) one();
  expect(process.listeners('exit')).toEqual(before);
});
