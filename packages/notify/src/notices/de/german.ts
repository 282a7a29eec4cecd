import type { Language } from '../wording.ts';
import { cancelled, notCancelled } from './cancelled.ts';
import { declined } from './declined.ts';
import { fulfilled } from './fulfilled.ts';
import { refunded } from './refunded.ts';
import { rejected } from './rejected.ts';

export const german: Language = {
  tag: 'de',
  greeting: (customerName) => (customerName === undefined ? 'Guten Tag,' : `Guten Tag ${customerName},`),
  subject: (orderId, said) => (orderId === undefined ? `Ihre Bestellung: ${said}` : `Bestellung ${orderId}: ${said}`),
  about: (orderId) => `Es geht um Bestellung ${orderId}.`,
  notices: { fulfilled, rejected, declined, refunded, cancelled, 'not-cancelled': notCancelled },
};
