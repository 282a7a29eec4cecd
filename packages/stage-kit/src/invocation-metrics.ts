import type { Outcome } from '@order-workflow/order-domain';
import type { FindingCounts } from './decision.ts';
import type { InvocationEnd } from './invocation-end.ts';

/** The CloudWatch namespace of what the stages measure. */
export const stageMetricsNamespace = 'OrderWorkflow';

interface Measured extends Pick<InvocationEnd, 'outcome'> {
  readonly orderOutcome: Outcome | undefined;
  readonly orderAgeSeconds: number | undefined;
}

/** By what they are told apart. */
export type StageDimension = 'functionName' | 'result' | 'orderOutcome';

/** The names of the metrics, for whoever reads them. */
export type StageMetric = 'receipts' | 'rejections' | 'faults' | 'defects' | 'endings' | 'waitingSeconds';

/**
 * What an invocation adds to the metrics, in the embedded metric format: CloudWatch reads it out of the log line
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 * The four endings are counted with 0 or 1 each, so that graphs have no gaps.
 *
 * | Metric | By | What it says |
 * |---|---|---|
 * | `receipts`, `rejections`, `faults`, `defects` | `functionName` | how invocations end; what is still pending is an answer, and counted with the rejections |
 * | `receipts` | `functionName`, `orderOutcome` | at Notify Customer: how orders end |
 * | `endings` | `functionName`, `result` | by the receipt's status or the failure's name |
 * | `waitingSeconds` | `functionName` | age of an order that met a fault and now waits for its retry |
 * | each finding of the manifest | `functionName` | how often the stage came upon it |
 */
export function invocationMetrics(
  { outcome, orderOutcome, orderAgeSeconds }: Measured,
  found: FindingCounts,
  timestamp: number,
) {
  const waitingSeconds = outcome === 'fault' ? orderAgeSeconds : undefined;
  const toldOf = outcome === 'receipt' ? orderOutcome : undefined;
  const findings = Object.keys(found);
  return {
    ...found,
    receipts: Number(outcome === 'receipt'),
    rejections: Number(outcome === 'rejection' || outcome === 'pending'),
    faults: Number(outcome === 'fault'),
    defects: Number(outcome === 'defect'),
    endings: 1,
    waitingSeconds,
    _aws: {
      Timestamp: timestamp,
      CloudWatchMetrics: [
        directive(['functionName'], ['receipts', 'rejections', 'faults', 'defects']),
        directive(['functionName', 'result'], ['endings']),
        ...(toldOf === undefined ? [] : [directive(['functionName', 'orderOutcome'], ['receipts'])]),
        ...(waitingSeconds === undefined ? [] : [directive(['functionName'], ['waitingSeconds'])]),
        ...(findings.length === 0 ? [] : [directive(['functionName'], findings)]),
      ],
    },
  };
}

function directive(dimensions: readonly StageDimension[], metrics: readonly (StageMetric | keyof FindingCounts)[]) {
  return {
    Namespace: stageMetricsNamespace,
    Dimensions: [dimensions],
    Metrics: metrics.map((Name) => ({ Name, Unit: Name === 'waitingSeconds' ? 'Seconds' : 'Count' })),
  };
}
