import type { ExecutionResult, HistoryEvent } from '@order-workflow/asl-engine';
import type { Order } from '@order-workflow/order-domain';

/** An execution of either machine that has ended. */
export interface EndedExecution {
  readonly name: string;
  /** Its ARN. */
  readonly id: string;
  readonly result: ExecutionResult;
  readonly history: readonly HistoryEvent[];
  /** The attempt that it was written as the owner of, if it was: some records do not say it. */
  readonly owned?: number | undefined;
}

/** An order whose execution has ended. */
export interface EndedOrder extends EndedExecution {
  readonly order: Order;
}

/** The record as the workflow leaves it, as far as it is held to the ledgers. */
export interface LeftRecord {
  readonly outcome?: string;
  readonly order?: object;
  readonly validation?: { readonly attempt?: number };
  readonly failure?: { readonly stage?: string; readonly error?: string; readonly cause?: string };
  readonly payment?: { readonly chargeId: string; readonly amount: { readonly amount: number } };
  readonly shipment?: {
    readonly shipmentId?: string;
    readonly trackingNumber?: string;
    readonly estimatedDelivery?: string;
  };
  readonly refund?: { readonly status: string; readonly refundId?: string };
  readonly cancellation?: { readonly status: string };
  readonly notification?: { readonly notificationId?: string; readonly status?: string };
  /** Of a cancellation: by whom the order was worked on. */
  readonly takeover?: { readonly worker: string };
}

/** The error of an execution that its cancellation stopped: nobody is to redrive it. */
export const stoppedByCancellation = 'OrderCancelled';

export function leftRecordOf({ result }: Pick<EndedExecution, 'result'>): LeftRecord {
  return (result.output ?? {}) as LeftRecord;
}

/** Whether it has ended for good: well, or since a cancellation stopped it. */
export function isOver({ result }: Pick<EndedExecution, 'result'>): boolean {
  return result.status === 'SUCCEEDED' || (result.status === 'ABORTED' && result.error === stoppedByCancellation);
}
