import { fault, rejection } from '@order-workflow/stage-kit';

/** The carrier does not take the order, for good: nothing is booked, and asking again gives the same answer. */
export class ShipmentRefused extends rejection('ShipmentRefused') {}

/** The carrier could not be reached or turned the request away for now: this call did nothing. */
export class CarrierUnavailable extends fault('CarrierUnavailable') {}

/** The request may have had its effect. Whoever tries again asks by key first. */
export class ShipmentOutcomeUnknown extends fault('ShipmentOutcomeUnknown') {}
