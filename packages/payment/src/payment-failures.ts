import { fault, rejection } from '@order-workflow/stage-kit';

/** The payment was refused for good: nothing is charged, and asking again gives the same answer. */
export class PaymentDeclined extends rejection('PaymentDeclined') {}

/** The gateway could not be reached or turned the request away for now: this call did nothing. */
export class PaymentGatewayUnavailable extends fault('PaymentGatewayUnavailable') {}

/** The request may have had its effect. Whoever tries again asks by key first. */
export class PaymentOutcomeUnknown extends fault('PaymentOutcomeUnknown') {}

/** The gateway accepted the charge and has not decided yet: a transfer is under way, or the customer must confirm it. */
export class PaymentPending extends fault('PaymentPending') {}

/** The gateway has accepted the refund and not given the money back yet. */
export class RefundUnsettled extends fault('RefundUnsettled') {}
