import { describe, expect, it } from 'vitest';
import { withholdDefect } from './withhold-defect.ts';

describe(withholdDefect, () => {
  it.each([
    new Error('jane@example.com', { cause: new Error('jane') }),
    new Error('\n    at jane (jane.js:1:1)'),
    Object.assign(new Error('x'), { customer: 'jane' }),
    Object.assign(new Error('x'), { name: 'jane doe' }),
    'jane',
    { message: 'jane' },
  ])('keeps nothing of its words: %j', (thrown) => {
    const withheld = withholdDefect(thrown, 'Wrap Gift') as Error;
    expect(withheld).toBeInstanceOf(Error);
    expect(JSON.stringify(withheld, Object.getOwnPropertyNames(withheld))).not.toContain('jane');
  });

  it('keeps where in the code it was thrown', () => {
    expect((withholdDefect(new RangeError('jane'), 'Wrap Gift') as Error).stack).toMatch(
      /^RangeError: a defect of Wrap Gift; .*\n {4}at .*withhold-defect\.test\.ts:\d+:\d+/,
    );
  });
});
