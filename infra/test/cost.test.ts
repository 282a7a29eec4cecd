import { describe, expect, it } from 'vitest';
import { costOfMillion } from '../src/cost/cost-of-orders.ts';
import { pathsOf } from '../src/cost/paths.ts';
import { reportCost } from '../src/cost/report-cost.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { definition } from './synthesized.ts';

const usage = { transitions: 4, invocations: 4, publishes: 1, memoryMb: 128, durationMs: 50 };

describe(costOfMillion, () => {
  it('adds transitions, calls, their memory and the notice on Standard', () => {
    // 4 × $25, 4 × $0.20, 4 × 0.125 GB × 0.05 s × $13.3334, $0.50
    expect(costOfMillion('STANDARD', usage)).toBeCloseTo(100 + 0.8 + 0.333335 + 0.5, 6);
  });

  it('bills Express by request, and by memory and time in steps', () => {
    // $1, 0.0625 GB × 0.2 s × $16.67, and the calls as above
    expect(costOfMillion('EXPRESS', usage)).toBeCloseTo(1 + 0.208375 + 0.8 + 0.333335 + 0.5, 6);
  });
});

describe(pathsOf, () => {
  it('finds the way that goes well first: all stages, and the notice', () => {
    const { steps, notice } = orderWorkflow;
    const states = [...steps.map(({ stage }) => stage.stateName), notice.stateName];
    expect(pathsOf(definition)[0]).toEqual({ states, turns: [] });
  });

  it('finds every way on which an order can end, and says what turned it off', () => {
    const paths = pathsOf({
      StartAt: 'Pay',
      States: {
        Pay: { Type: 'Task', Next: 'Ship', Catch: [{ ErrorEquals: ['Declined', 'Pending'], Next: 'Tell' }] },
        Ship: { Type: 'Task', Next: 'Tell', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Cancel' }] },
        Cancel: { Type: 'Task', Next: 'Stands?' },
        'Stands?': { Type: 'Choice', Choices: [{ Next: 'Tell' }], Default: 'Refund' },
        Refund: { Type: 'Task', End: true },
        Tell: { Type: 'Task', End: true },
      },
    });
    expect(paths).toEqual([
      { states: ['Pay', 'Ship', 'Tell'], turns: [] },
      { states: ['Pay', 'Ship', 'Cancel', 'Stands?', 'Tell'], turns: ['failure at Ship', 'Stands? yes'] },
      { states: ['Pay', 'Ship', 'Cancel', 'Stands?', 'Refund'], turns: ['failure at Ship', 'Stands? no'] },
      { states: ['Pay', 'Tell'], turns: ['Declined, Pending at Pay'] },
    ]);
  });

  it('refuses a definition that comes back to where it was', () => {
    expect(() => pathsOf({ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } })).toThrow('comes back to "A"');
  });
});

/** What an order that goes well may take: transitions, and dollars a million on Standard. One stage more is for you to allow. */
const budget = { transitions: 4, dollars: 102 };

describe(reportCost, () => {
  it('stays within what an order may cost (if not, and it shall cost that, raise `budget` in infra/test/cost.test.ts)', () => {
    const [, onStandard = ''] = /: \$([\d.]+) on Standard/.exec(reportCost(definition)) ?? [];
    expect(onStandard).toMatch(/^\d+\.\d\d$/);
    const transitions = pathsOf(definition)[0]?.states.length ?? 0;
    const above = { transitions: transitions > budget.transitions, dollars: Number(onStandard) > budget.dollars };
    expect(above).toEqual({ transitions: false, dollars: false });
  });
});
