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

  it('finds every way on which an order can end, with and without its notice', () => {
    const turns = pathsOf(definition).map((path) => path.turns.join(', ') || 'goes well');
    expect(turns).toMatchInlineSnapshot(`
      [
        "goes well",
        "failure at Notify Customer",
        "ShipmentRefused at Ship Order",
        "ShipmentRefused at Ship Order, failure at Notify Customer",
        "failure at Ship Order, Shipment Stands? yes",
        "failure at Ship Order, Shipment Stands? yes, failure at Notify Customer",
        "failure at Ship Order, Shipment Stands? no",
        "failure at Ship Order, Shipment Stands? no, failure at Notify Customer",
        "PaymentDeclined at Process Payment",
        "PaymentDeclined at Process Payment, failure at Notify Customer",
        "failure at Process Payment",
        "failure at Process Payment, failure at Notify Customer",
        "OrderRejected at Validate Order",
        "OrderRejected at Validate Order, failure at Notify Customer",
      ]
    `);
  });

  it('refuses a definition that comes back to where it was', () => {
    expect(() => pathsOf({ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } })).toThrow('comes back to "A"');
  });
});

describe(reportCost, () => {
  it('stays within what an order may cost: $102 a million on Standard', () => {
    const [first] = reportCost(definition).split('\n');
    expect(first).toBe('A million orders that go well: $101.63 on Standard, $2.84 on Express.');
  });
});
