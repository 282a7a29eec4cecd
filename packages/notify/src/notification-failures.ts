import { fault, rejection } from '@order-workflow/stage-kit';

/** The topic did not take the notice; whether it arrived may be unknown. */
export class NotificationsUnavailable extends fault('NotificationsUnavailable') {}

/** The event bus did not take the event; whether it arrived may be unknown. */
export class OrderEventsUnavailable extends fault('OrderEventsUnavailable') {}

/** Another execution owns the order, or it ended otherwise: what would be told may be untrue. */
export class OrderNotOwned extends rejection('OrderNotOwned') {}
