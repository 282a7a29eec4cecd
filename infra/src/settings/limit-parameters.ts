import { CfnParameter, type Stack } from 'aws-cdk-lib';

/** What a deployment may cost before somebody hears of it. */
export interface WorkflowLimits {
  /** The most calls at once of each function but the undos'; zero for no limit. */
  readonly concurrency: number;
  /** Orders that start within an hour; more of them ring an alarm. */
  readonly ordersAnHour: number;
}

/**
 * Limits as parameters of the stack. Concurrency is not limited by default: a call that Lambda turns away is retried for
 * the stage's time, and then the order is undone. A limit spares the gateway and the carrier a rush, and the customers pay for it.
 */
export function limitParameters(stack: Stack): WorkflowLimits {
  const concurrency = new CfnParameter(stack, 'StageConcurrency', {
    type: 'Number',
    default: 0,
    minValue: 0,
    description: "The most calls at once of each stage's function, undos excepted; 0 for no limit",
  });
  const ordersAnHour = new CfnParameter(stack, 'OrdersAnHour', {
    type: 'Number',
    default: 10_000,
    minValue: 1,
    description: 'Orders that start within an hour before an alarm rings; 10,000 cost about $1',
  });
  return { concurrency: concurrency.valueAsNumber, ordersAnHour: ordersAnHour.valueAsNumber };
}
