import type { CfnCondition } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';

/** Something that a person should look at, and where the runbook says what to do. */
export interface WatchedCondition {
  /** Name of the alarm's construct. */
  readonly id: string;
  /** What has happened, as the alarm says it. */
  readonly says: string;
  /** Heading in docs/runbook.md, as an anchor. */
  readonly runbook: string;
  readonly metric: IMetric;
  /** The alarm rings at this value and above; below it where it says `below`. */
  readonly threshold: number;
  /** Whether too little is what somebody should look at, for how many periods on end. Nothing is too little then, too. */
  readonly below?: { readonly periods: number };
  /** Under which what it watches is deployed; always unless given. */
  readonly onlyIf?: CfnCondition;
}
