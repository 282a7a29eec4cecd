import type { Language } from '../wording.ts';
import { cancelled, notCancelled } from './cancelled.ts';
import { declined } from './declined.ts';
import { fulfilled } from './fulfilled.ts';
import { refunded } from './refunded.ts';
import { rejected } from './rejected.ts';

export const english: Language = {
  tag: 'en',
  greeting: (customerName) => (customerName === undefined ? 'Hello,' : `Hello ${customerName},`),
  subject: (orderId, said) => (orderId === undefined ? `Your order: ${said}` : `Order ${orderId}: ${said}`),
  about: (orderId) => `This is about order ${orderId}.`,
  notices: { fulfilled, rejected, declined, refunded, cancelled, 'not-cancelled': notCancelled },
};
