import { claimableOrderId, holdsCardNumber, orderSchema } from '@order-workflow/order-domain';

/** Who is told, as far as the order says so in a form that can be trusted. */
export interface Contact {
  readonly orderId?: string;
  readonly customerEmail?: string;
  readonly customerName?: string;
  /** As the order says it. */
  readonly locale?: string;
}

/**
 * Reads each field by itself: an order that was rejected for one may still be good in another. One that holds a card
 * number is not repeated.
 */
export function contactOf(order: unknown): Contact {
  const fields = typeof order === 'object' && order !== null ? (order as Record<string, unknown>) : {};
  const { customerEmail, customerName, locale } = orderSchema.shape;
  const id = claimableOrderId(order);
  const email = customerEmail.safeParse(fields['customerEmail']).data;
  const name = customerName.safeParse(fields['customerName']).data;
  const language = locale.safeParse(fields['locale']).data;
  return {
    ...(id !== undefined && { orderId: id }),
    ...(email !== undefined && !holdsCardNumber(email) && { customerEmail: email }),
    ...(name !== undefined && !holdsCardNumber(name) && { customerName: name }),
    ...(language !== undefined && { locale: language }),
  };
}
