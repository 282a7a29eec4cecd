/**
 * What an account of AWS may do in us-east-1 unless it is raised, as of 2026-11. New accounts have less. Compare them with the pages, and
 * with Service Quotas of the account, before a decision hangs on them:
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html · https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html ·
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html ·
 * https://docs.aws.amazon.com/general/latest/gr/sns.html · https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
export const quotas = {
  /** Calls a second for ever; a bucket lets through 1,300 at once. */
  startExecution: 300,
  /** A second for ever; a bucket lets through 5,000 at once. */
  stateTransition: 1_500,
  /** Calls a second for ever; a bucket lets through 300 at once. */
  describeExecution: 15,
  /** Functions that run at once. */
  lambdaConcurrency: 1_000,
  /** Write units a second of a new table that is billed on demand; it grows with what is asked of it. */
  tableWrites: 4_000,
  /** Write units a second of one partition, of a table or an index. */
  partitionWrites: 1_000,
  snsPublish: 30_000,
  putEvents: 10_000,
} as const;
