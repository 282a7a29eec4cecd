import type { Target } from '@order-workflow/simulators';

/** What faults call the states that run a function. A stage that is added here can be struck like the others. */
const targetOfState: Readonly<Record<string, Target>> = {
  'Validate Order': 'validate',
  'Process Payment': 'payment',
  'Refund Payment': 'refund',
  'Ship Order': 'shipping',
  'Cancel Shipment': 'cancel',
  'Notify Customer': 'notify',
};

/** The target that stands for a state; undefined for one that no fault is aimed at. */
export function faultTargetOf(stateName: string): Target | undefined {
  return targetOfState[stateName];
}
