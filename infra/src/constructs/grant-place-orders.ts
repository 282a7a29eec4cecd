import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { mayUseExecutions } from './may-use-executions.ts';
import type { OrderStateMachine } from './order-state-machine.ts';

export interface PlacedOrdersAt {
  readonly stateMachine: OrderStateMachine;
  /** The ARN to start executions at: an alias where releases are gradual. */
  readonly placeOrdersAt: string;
  readonly dataKey: IKey;
}

/** Lets somebody start executions where orders are placed, at the alias where there is one, and do nothing else with them. */
export function grantPlaceOrders(grantee: IGrantable, { stateMachine, placeOrdersAt, dataKey }: PlacedOrdersAt): Grant {
  return Grant.addToPrincipal({
    grantee,
    actions: ['states:StartExecution'],
    resourceArns: [placeOrdersAt],
  }).combine(mayUseExecutions(grantee, [stateMachine], dataKey));
}
