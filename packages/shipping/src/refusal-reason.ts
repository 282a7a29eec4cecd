/** Why a carrier does not take a shipment, as far as the customer may know. */
export const refusalReasons = ['undeliverable-address', 'not-served', 'not-allowed', 'too-heavy', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

const because: Readonly<Record<RefusalReason, string>> = {
  'undeliverable-address': ': it cannot be delivered to the address',
  'not-served': ': the destination is not served',
  'not-allowed': ': its contents may not be sent there',
  'too-heavy': ': it is too heavy',
  other: '',
};

/** A sentence for the customer: `The carrier does not take the parcel: the destination is not served.` */
export function refusalSentence(reason: RefusalReason): string {
  return `The carrier does not take the parcel${because[reason]}.`;
}
