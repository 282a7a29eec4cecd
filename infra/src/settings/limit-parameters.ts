import { CfnParameter, type Stack } from 'aws-cdk-lib';

/** What a deployment may cost, and how quiet it may be, before somebody hears of it. */
export interface WorkflowLimits {
  /** The most calls at once of each function but the undos'; zero for no limit. */
  readonly concurrency: number;
  /** Orders that start within an hour; more of them ring an alarm. */
  readonly ordersAnHour: number;
  /** Fewer orders than these ring an alarm; zero an hour for none. */
  readonly fewestOrders: { readonly anHour: number; readonly hours: number };
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
  const fewestOrders = new CfnParameter(stack, 'FewestOrdersAnHour', {
    type: 'Number',
    default: 0,
    minValue: 0,
    description: 'Fewer orders that start within an hour, for QuietHours on end, ring an alarm; 0 for none',
  });
  const quietHours = new CfnParameter(stack, 'QuietHours', {
    type: 'Number',
    default: 3,
    minValue: 1,
    maxValue: 24,
    description: 'Hours on end with fewer orders than FewestOrdersAnHour before the alarm rings',
  });
  return {
    concurrency: concurrency.valueAsNumber,
    ordersAnHour: ordersAnHour.valueAsNumber,
    fewestOrders: { anHour: fewestOrders.valueAsNumber, hours: quietHours.valueAsNumber },
  };
}
