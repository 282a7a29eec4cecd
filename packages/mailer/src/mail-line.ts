import { holdsCardNumber, orderIdSchema } from '@order-workflow/order-domain';
import { stageMetricsNamespace } from '@order-workflow/stage-kit';

/** What became of one message of the queue. */
export interface MailEnd {
  /** `sent`, `sent-again`, `sent-before`, `outdated`, `bounced`, …, or the name of a fault or a defect. */
  readonly result: string;
  /** Whether it stays in the queue. */
  readonly waits: boolean;
  readonly orderId?: string | undefined;
  readonly notificationId?: string | undefined;
  /** What SES calls the message: support of AWS finds it by that. */
  readonly messageId?: string | undefined;
  /** For operators; without personal data. */
  readonly detail?: string | undefined;
}

/**
 * The one line that a message leaves in the log, with its metric in the embedded format (`letters` by `result`). No address gets
 * in: an order's id is taken only in the form that its schema gives it.
 */
export function mailLine(
  end: MailEnd,
  about: { readonly functionName: string; readonly requestId?: string | undefined; readonly at: number },
) {
  const { waits, orderId, ...rest } = end;
  const id = orderIdSchema.safeParse(orderId).data;
  return {
    timestamp: new Date(about.at).toISOString(),
    level: waits ? 'WARN' : 'INFO',
    requestId: about.requestId,
    functionName: about.functionName,
    orderId: id !== undefined && !holdsCardNumber(id) ? id : undefined,
    ...rest,
    letters: 1,
    _aws: {
      Timestamp: about.at,
      CloudWatchMetrics: [
        {
          Namespace: stageMetricsNamespace,
          Dimensions: [['functionName', 'result']],
          Metrics: [{ Name: 'letters', Unit: 'Count' }],
        },
      ],
    },
  };
}
