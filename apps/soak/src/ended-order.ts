import type { ExecutionResult, HistoryEvent } from '@order-workflow/asl-engine';
import type { Order } from '@order-workflow/order-domain';

/** An order whose execution has ended. */
export interface EndedOrder {
  readonly order: Order;
  readonly name: string;
  readonly result: ExecutionResult;
  readonly history: readonly HistoryEvent[];
}

/** The record as the workflow leaves it, as far as it is held to the ledgers. */
export interface LeftRecord {
  readonly outcome?: string;
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
}
