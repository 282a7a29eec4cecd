import { Duration, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { sharedCondition } from '../constructs/shared-condition.ts';
import type { WatchedCondition } from './watched-condition.ts';
import type { WatchedOrders } from './watched-orders.ts';

/** What a shop can always expect: fewer orders mean that something before the workflow is broken, which nothing else would tell. */
export interface FewestOrders {
  /** Orders that start within an hour; as a parameter of the stack, zero for no alarm. */
  readonly anHour: number;
  /** For how many hours on end there are fewer, 1 to 24. */
  readonly hours: number;
}

/** Watched by Step Functions' own count. An hour of which it says nothing had no orders. */
export function tooFewOrders(
  scope: Construct,
  { stateMachine }: Pick<WatchedOrders, 'stateMachine'>,
  { anHour, hours }: FewestOrders,
): WatchedCondition {
  return {
    id: 'TooFewOrders',
    says: 'Fewer orders start than always do: what comes before the workflow may be broken.',
    runbook: 'fewer-orders-than-expected',
    metric: stateMachine.metricStarted({ period: Duration.hours(1) }),
    threshold: anHour,
    below: { periods: hours },
    ...(Token.isUnresolved(anHour) && { onlyIf: sharedCondition(scope, 'FewestOrdersGiven', anHour, 0) }),
  };
}
