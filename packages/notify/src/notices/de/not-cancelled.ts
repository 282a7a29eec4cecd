import type { Words } from '../wording.ts';
import { fulfilled } from './fulfilled.ts';

/** Somebody cancelled the order after its parcel had left: it stands, paid and on its way. */
export const notCancelled: Words = (record, apologies) => {
  const [, ...lines] = fulfilled(record, apologies).paragraphs;
  return {
    subject: 'nicht mehr stornierbar',
    paragraphs: [
      'Ihre Bestellung sollte storniert werden, aber das Paket war schon unterwegs. Die Bestellung bleibt also bestehen.',
      ...lines,
    ],
  };
};
