import { fault } from '@order-workflow/order-domain';

/** The topic did not take the notice; whether it arrived may be unknown. */
export class NotificationsUnavailable extends fault('NotificationsUnavailable') {}
