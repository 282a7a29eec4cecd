export { httpCarrier } from './adapters/http-carrier.ts';
export { simulatedCarrier } from './adapters/simulated-carrier.ts';
export { type SimulatedPostalCode, simulatedPostalCodes } from './adapters/simulated-postal-codes.ts';
export { bookShipment } from './book-shipment.ts';
export { cancelShipment } from './cancel-shipment-stage.ts';
export { type CancellationReceipt, cancellationReceiptSchema } from './cancellation-receipt.ts';
export { chooseService, heaviestParcel, type Service, serviceNames, services } from './choose-service.ts';
export { type CancellableOrder, ensureNoShipment } from './ensure-no-shipment.ts';
export { estimateDelivery } from './estimate-delivery.ts';
export { cancelKey, shipKey } from './idempotency-key.ts';
export type {
  Booking,
  CancelRequest,
  Carrier,
  CarrierAnswer,
  LedgerEntry,
  Misused,
  NoAnswer,
  NoShipment,
  ShipmentRequest,
} from './ports/carrier.ts';
export { type RefusalReason, refusalReasons } from './refusal-reason.ts';
export { shipOrder } from './ship-order-stage.ts';
export { ShipmentMismatch } from './shipment-mismatch.ts';
export { type ShipmentReceipt, shipmentReceiptSchema } from './shipment-receipt.ts';
export type { ShippableOrder } from './shippable-order.ts';
export { CarrierUnavailable, ShipmentOutcomeUnknown, ShipmentRefused } from './shipping-failures.ts';
