import { createStageHandler, fail } from '@order-workflow/stage-kit';
import { cancelShipment } from './cancel-shipment-stage.ts';
import type { CancellationReceipt } from './cancellation-receipt.ts';
import { shipOrder } from './ship-order-stage.ts';
import { CarrierUnavailable, ShipmentRefused } from './shipping-failures.ts';

createStageHandler(shipOrder, () => fail(new CarrierUnavailable('declared by Ship Order')));

// @ts-expect-error an undo is never rejected: it has no way to say that the carrier refused
createStageHandler(cancelShipment, () => fail(new ShipmentRefused(['not declared'])));

declare const record: Parameters<typeof shipOrder.accepts>[0];
const { payment: _, ...unpaid } = record;

// @ts-expect-error nothing is shipped before it is paid: the payment is missing
shipOrder.accepts(unpaid);

const settledAt = '2026-03-02T11:00:00.000Z';

// @ts-expect-error what is on its way says what stands, which the workflow puts in the place of the shipment
const onItsWay: CancellationReceipt = { status: 'on-its-way', settledAt };

export const receipts = [onItsWay];
