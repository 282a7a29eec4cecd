import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { WorkflowType } from '../policy/workflow-type.ts';
import { acknowledge, acknowledgeAllOf } from './acknowledgements.ts';
import { OrderStateMachine, type OrderStateMachineProps } from './order-state-machine.ts';

/** Where a template says what a state machine is for, in the `Metadata` of it. The one that takes orders has no note. */
export const machineNoteKey = 'OrderWorkflow::Machine';

/** Where there is a plan: it is Standard, whatever the machine is that takes orders, so that undos have their time. */
const type: WorkflowType = 'STANDARD';

/**
 * The state machine that cancels orders of another one, in a scope of its own: states of both have the same names. Its note says
 * what it is to whoever runs what was synthesized somewhere else.
 */
export function cancellationMachine(
  scope: Construct,
  stops: OrderStateMachine,
  props: Omit<OrderStateMachineProps, 'type' | 'comment' | 'stops'>,
): OrderStateMachine {
  const comment = 'cancels an order: takes it over, stops its execution, and undoes what that did';
  const machine = new OrderStateMachine(new Construct(scope, 'Cancellation'), 'StateMachine', {
    ...props,
    type,
    comment,
    stops,
  });
  const { defaultChild } = machine.node;
  if (defaultChild instanceof CfnStateMachine) defaultChild.addMetadata(machineNoteKey, 'cancellation');
  acknowledge(machine, 'stateMachine');
  const reason = 'It stops the executions of the one state machine that takes orders, whichever of them an order has.';
  acknowledgeAllOf(machine, stops.executionArn('*'), reason);
  return machine;
}
