import type { ExecutionResult } from '@order-workflow/asl-engine';
import { expect, it } from 'vitest';
import type { Paint } from '../terminal/paint.ts';
import { renderEnding } from './render-ending.ts';

const same = (text: string) => text;
const plain: Paint = { strong: same, quiet: same, good: same, busy: same, odd: same, bad: same };
const now = new Date(0);
const ending = (output: Record<string, unknown>) => {
  const result = { status: 'SUCCEEDED', output, startDate: now, stopDate: now } as unknown as ExecutionResult;
  return renderEnding(result, [], plain, 80)[1];
};

it.each([
  ['what is paid', 'fulfilled', { chargeId: 'ch_1' }, 'charged and shipped'],
  ['what costs nothing', 'fulfilled', { status: 'nothing-charged' }, 'shipped, with nothing to pay'],
  [
    'what costs nothing and is cancelled',
    'refunded',
    { status: 'nothing-charged' },
    'nothing is shipped, and nothing is held',
  ],
])('says of %s what became of money and goods', (_what, outcome, payment, meaning) => {
  expect(ending({ outcome, payment })).toBe(`  ${outcome} · ${meaning} · 0 states`);
});
