import type { Words } from '../wording.ts';
import { fulfilled } from './fulfilled.ts';

/** Somebody cancelled the order after its parcel had left: it stands, paid and on its way. */
export const notCancelled: Words = (record, apologies) => {
  const [, ...lines] = fulfilled(record, apologies).paragraphs;
  return {
    subject: 'cannot be cancelled',
    paragraphs: [
      'Your order was to be cancelled, but its parcel has left already. So it stands as you placed it.',
      ...lines,
    ],
  };
};
