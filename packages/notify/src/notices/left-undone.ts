import type { FailureNote } from '@order-workflow/order-domain';
import type { NotifiableRecord } from '../notifiable-record.ts';

/** The failure of a stage behind a parcel that stands: that of the parcel's own was none after all. */
export function leftUndone({ failure }: NotifiableRecord): FailureNote | undefined {
  return failure?.stage === 'shipment' ? undefined : failure;
}
