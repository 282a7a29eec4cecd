import { describe, expect, it } from 'vitest';
import type { Paint } from '../terminal/paint.ts';
import { renderStep } from './render-step.ts';
import { type ShownStep, waitingStep } from './track-steps.ts';

const same = (text: string) => text;
const plain: Paint = { strong: same, quiet: same, good: same, busy: same, odd: same, bad: same };
const money = { amount: 3998, currency: 'EUR' };
const step = (fields: Partial<ShownStep>): ShownStep => ({
  ...waitingStep('Process Payment'),
  enteredAt: 1_000,
  ...fields,
});
const render = (fields: Partial<ShownStep>) => renderStep(step(fields), plain, 80).join('\n');

describe(renderStep, () => {
  it('says nothing of what the workflow itself wrote', () => {
    const left = { contract: 1, order: {}, validation: { lines: [], total: money }, outcome: 'fulfilled' };
    expect(render({ status: 'done', left })).toBe('  ● Process Payment              39.98 EUR');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['validation', { lines: [{ quantity: 2, title: 'Cup' }], total: money }, '2 × Cup · 39.98 EUR'],
    [
      'validation',
      { lines: ['A', 'B', 'C', 'D'].map((title) => ({ quantity: 1, title })), total: money },
      '1 × A · 1 × B · 2 more · 39.98 EUR',
    ],
    ['payment', { amount: money, chargeId: 'ch_1' }, 'charged 39.98 EUR · ch_1'],
    ['payment', { status: 'nothing-charged', amount: { amount: 0, currency: 'EUR' } }, 'nothing to pay'],
    [
      'shipment',
      { service: 'Standard', carrier: 'Post', trackingNumber: 'T1', estimatedDelivery: '2026-03-04' },
      'Standard with Post · T1 · arrives 2026-03-04',
    ],
    ['refund', { status: 'nothing-held' }, 'nothing was held'],
    ['refund', { status: 'refunded', amount: money, refundId: 're_1' }, 'refunded 39.98 EUR · re_1'],
    ['cancellation', { status: 'on-its-way' }, 'already on its way'],
    ['takeover', { status: 'taken', worker: 'arn:aws:states:::execution:Orders:order-1' }, 'taken over from order-1'],
    ['notification', { status: 'published', messageId: 'm' }, 'notice published'],
    ['fraudCheck', { score: 7, list: [1], fee: money, by: 'team', more: 1 }, 'score 7 · fee 39.98 EUR · by team'],
    ['note', 'plain' as never, 'note plain'],
  ])('says what a state left: %s', (key, receipt, words) => {
    const line = render({ status: 'done', exitedAt: 1_012, left: { [key]: receipt } });
    expect(line).toBe(`  ● Process Payment       12 ms  ${words}`);
  });

  it('says how often a state was tried', () => {
    const failures = [{ error: 'Down', message: '' }];
    expect(render({ status: 'done', exitedAt: 4_100, failures, left: { refund: { status: 'nothing-held' } } })).toBe(
      '  ● Process Payment       3.1 s  nothing was held (2 tries)',
    );
  });

  it('says what a state waits for', () => {
    const failures = [{ error: 'Down', message: '' }];
    const line = render({ status: 'retrying', failures, retry: { number: 2, of: 6, milliseconds: 3_120, until: 0 } });
    expect(line).toBe('  ↻ Process Payment              retry 2 of 6 in 3.1 s · Down');
  });

  it('never lets data speak to the terminal', () => {
    const failures = [{ error: 'Declined', message: 'no\u001b[2Jfunds\u202e!\nno card' }];
    const line = render({ status: 'caught', failures, exitedAt: 1_000 });
    expect(line).toContain('no\uFFFD[2Jfunds\uFFFD!; no card');
  });

  it('stays within the width, whatever it says', () => {
    const failures = [{ error: 'Declined', message: 'word '.repeat(60) }];
    const lines = renderStep(step({ status: 'failed', failures }), plain, 80);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });
});
