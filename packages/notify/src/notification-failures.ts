import { fault } from '@order-workflow/stage-kit';

/** The topic did not take the notice; whether it arrived may be unknown. */
export class NotificationsUnavailable extends fault('NotificationsUnavailable') {}
