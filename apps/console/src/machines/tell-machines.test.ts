import { describe, expect, it } from 'vitest';
import { tellMachines } from './machines.ts';

const machine = (name: string) => ({
  name,
  stateMachineArn: `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`,
});
const orders = machine('OrderWorkflowStateMachine1A2B3C4D');

describe(tellMachines, () => {
  it.each(['OrderWorkflowCancellationStateMachine5E6F7A8B', 'OrderWorkflowCancellationStateMachine5E6F7A8B-q1W2e3R4'])(
    'knows %s as the one that cancels orders, wherever it stands',
    (name) => {
      const cancellations = machine(name);
      expect(tellMachines([orders, cancellations])).toEqual({ orders, cancellations });
      expect(tellMachines([cancellations, orders])).toEqual({ orders, cancellations });
    },
  );

  it.each(['OrderApiBatches4CBBDDC0', 'OrderApiBatches4CBBDDC0-q1W2e3R4'])(
    'does not take %s, which places batches, for the one that takes orders',
    (name) => {
      const batches = machine(name);
      expect(tellMachines([batches, orders])).toEqual({ orders, batches });
    },
  );

  it('does without one that cancels orders, and not without one that takes them', () => {
    expect(tellMachines([orders, machine('Other')])).toEqual({ orders });
    expect(() => tellMachines([])).toThrow('no state machine');
  });
});
