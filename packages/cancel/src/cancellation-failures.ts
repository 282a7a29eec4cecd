import { rejection } from '@order-workflow/stage-kit';

/** Who cancels named no order that could be known. */
export class CancellationRejected extends rejection('CancellationRejected') {}

/** No execution has come of the order: it is left cancelled, and one that comes later is a duplicate. */
export class OrderNotPlaced extends rejection('OrderNotPlaced') {}

/** The order was found wrong before anything was done for it: there is nothing to undo. */
export class OrderNeverAccepted extends rejection('OrderNeverAccepted') {}

/** The order has ended with nothing held, or this execution has ended it before. */
export class NothingToCancel extends rejection('NothingToCancel') {}
