import { expect, it } from 'vitest';
import { Seen } from './seen.ts';

it('knows what was seen of an execution and is forgotten, and not what nobody saw', () => {
  const events = new Map([
    ['one', 4],
    ['two', 2],
  ]);
  const seen = new Seen({ describe: (executionArn) => ({ eventCount: events.get(executionArn) }) as never });
  seen.saw('one');
  seen.saw('two');
  events.set('one', 7);
  expect(seen.forgotten()).toEqual([]);
  events.set('one', 4);
  expect(seen.forgotten()).toEqual([]);
  events.set('one', 3);
  expect(seen.forgotten()).toEqual(['not kept: what the world saw outlives a power cut: one had 4 events, and has 3']);
});
