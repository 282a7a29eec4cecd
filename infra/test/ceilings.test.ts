import { describe, expect, it } from 'vitest';
import { orderWorkflow } from '../src/order-workflow.ts';
import { ceilingsOf } from '../src/scale/ceilings.ts';
import { quotas } from '../src/scale/quotas.ts';
import { definition } from './synthesized.ts';

describe(ceilingsOf, () => {
  it('has what binds first at the top, and for transitions what the happy path takes of them', () => {
    const ceilings = ceilingsOf(definition, orderWorkflow);
    const rates = ceilings.map(({ ordersPerSecond }) => ordersPerSecond);
    expect(rates).toEqual(rates.toSorted((one, other) => one - other));
    expect(rates[0]).toBe(quotas.describeExecution);
    const transitions = ceilings.find(({ what }) => what.startsWith('transitions'));
    // A stage each, and the notice.
    expect(transitions?.ordersPerSecond).toBe(quotas.stateTransition / (orderWorkflow.steps.length + 1));
  });
});
