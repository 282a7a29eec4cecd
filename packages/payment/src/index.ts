export { httpPaymentGateway } from './adapters/http-payment-gateway.ts';
export { simulatedPaymentGateway } from './adapters/simulated-payment-gateway.ts';
export { type SimulatedToken, simulatedTokens } from './adapters/simulated-tokens.ts';
export { chargePayment } from './charge-payment.ts';
export { type DeclineReason, declineReasons } from './decline-reason.ts';
export { ensureNothingHeld, type UndoableOrder } from './ensure-nothing-held.ts';
export { chargeKey, refundKey } from './idempotency-key.ts';
export type { PayableOrder } from './payable-order.ts';
export {
  PaymentDeclined,
  PaymentGatewayUnavailable,
  PaymentOutcomeUnknown,
  PaymentPending,
  RefundUnsettled,
} from './payment-failures.ts';
export { PaymentMismatch } from './payment-mismatch.ts';
export { type PaymentReceipt, paymentReceiptSchema } from './payment-receipt.ts';
export type {
  ChargeRequest,
  GatewayAnswer,
  LedgerEntry,
  Misused,
  NoAnswer,
  NoCharge,
  PaymentGateway,
  PendingReason,
  RefundRequest,
} from './ports/payment-gateway.ts';
export { processPayment } from './process-payment-stage.ts';
export { refundPayment } from './refund-payment-stage.ts';
export { type RefundReceipt, refundReceiptSchema } from './refund-receipt.ts';
