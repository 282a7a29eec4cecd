/**
 * List prices in US dollars in us-east-1 as of mid-2025, without free tiers and volume discounts. Compare them with the
 * pages before a decision hangs on them:
 * https://aws.amazon.com/step-functions/pricing/ · https://aws.amazon.com/lambda/pricing/ · https://aws.amazon.com/sns/pricing/ ·
 * https://aws.amazon.com/dynamodb/pricing/on-demand/ · https://aws.amazon.com/secrets-manager/pricing/ ·
 * https://aws.amazon.com/cloudwatch/pricing/ · https://aws.amazon.com/eventbridge/pricing/
 */
export const prices = {
  /** One transition of a Standard workflow; a retry is one too. */
  standardTransition: 0.025 / 1_000,
  expressRequest: 1.0 / 1_000_000,
  /** Of the workflow's own memory, first tier. */
  expressGbSecond: 0.000_016_67,
  /** Express memory is billed in steps of so many megabytes. */
  expressMemoryStepMb: 64,
  /** Express duration is billed in steps of so many milliseconds. */
  expressDurationStepMs: 100,
  lambdaRequest: 0.2 / 1_000_000,
  /** On arm64, first tier. */
  lambdaGbSecond: 0.000_013_333_4,
  snsPublish: 0.5 / 1_000_000,
  /** Of one's own, up to 64 KB. */
  busEvent: 1.0 / 1_000_000,
  /** On demand, for each kilobyte that is begun. */
  tableWrite: 0.625 / 1_000_000,
  /** On demand and consistent, for each four kilobytes that are begun. */
  tableRead: 0.125 / 1_000_000,
  tableGbMonth: 0.25,
  /** What a table can be had back from, at any time of 35 days. */
  tableBackupGbMonth: 0.2,
  secretMonth: 0.4,
  /** Taken in; the first ten terabytes of a month. */
  logGb: 0.5,
} as const;
