import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawExecution } from './draw-execution.ts';

const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
const definition = JSON.stringify({
  StartAt: 'Pay & go',
  States: {
    'Pay & go': { Type: 'Task', Next: 'Ship', Catch: [{ ErrorEquals: ['<Declined>'], Next: 'Tell' }] },
    Ship: { Type: 'Task', Next: 'Tell' },
    Tell: { Type: 'Pass', End: true },
  },
});
const event = (id: number, type: string, details: object = {}) => {
  const key = type.includes('State') ? `state${type.includes('Entered') ? 'Entered' : 'Exited'}` : 'taskFailed';
  return { id, previousEventId: id - 1, timestamp: id, type, [`${key}EventDetails`]: details };
};
const declined = [
  event(1, 'ExecutionStarted'),
  event(2, 'TaskStateEntered', { name: 'Pay & go' }),
  event(3, 'TaskScheduled'),
  event(4, 'TaskFailed', { error: '<Declined>', cause: '' }),
  event(5, 'TaskStateExited', { name: 'Pay & go' }),
  event(6, 'PassStateEntered', { name: 'Tell' }),
  event(7, 'PassStateExited', { name: 'Tell' }),
  event(8, 'ExecutionSucceeded'),
];

/** The classes of what was drawn, in order. */
const drawn = (svg: string, mark: RegExp) => [...svg.matchAll(mark)].map(([, found]) => found);
const statesOf = (svg: string) => drawn(svg, /<g class="(\w+)" transform/g).filter((found) => found !== 'icon');

describe(drawExecution, () => {
  it('draws each state in the tone of what became of it, and the way that was taken last', () => {
    const svg = drawExecution({ definition, events: declined, status: 'SUCCEEDED', title: 'A declined card', tokens });
    expect(statesOf(svg)).toEqual(['warn', 'idle', 'good']);
    expect(drawn(svg, /<g class="line (\w+ ?\w*)"/g).slice(-3)).toEqual(['next taken', 'catch taken', 'next taken']);
    expect(drawn(svg, /class="note"[^>]*>([^<]*)/g)).toEqual(['&lt;Declined&gt;', 'Task', '1.0 s']);
  });

  it('is well-formed XML whatever states and errors are called, and has all colours of both themes', () => {
    const svg = drawExecution({ definition, title: '"A" & <B>', tokens });
    expect(svg).toContain('<title>&quot;A&quot; &amp; &lt;B&gt;</title>');
    expect(svg).toContain('>Pay &amp; go</text>');
    expect(statesOf(svg)).toEqual(['idle', 'idle', 'idle']);
    const used = drawn(svg, /var\(--([a-z-]+)\)/g).filter((name) => name !== 'tone' && name !== 'wash');
    const [light = '', dark = ''] = svg.split('@media');
    for (const name of used) for (const theme of [light, dark]) expect(theme).toMatch(new RegExp(`--${name}:#`));
  });
});
