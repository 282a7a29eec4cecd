/**
 * List prices in US dollars in us-east-1 as of mid-2025, without free tiers and volume discounts. Compare them with the
 * pages before a decision hangs on them:
 * https://aws.amazon.com/step-functions/pricing/ · https://aws.amazon.com/lambda/pricing/ · https://aws.amazon.com/sns/pricing/
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
} as const;
