const refusals = { declined: 'PaymentDeclined', expired: 'CardExpired' };

/** Charges a card. Of a card that it has never heard of it does not know what to say. */
export const handler = async ({ orderId, card }) => {
  if (card === 'good') return { charge: `ch_${orderId}` };
  const name = refusals[card] ?? 'Error';
  throw Object.assign(new Error(`the card is ${card}`), { name });
};
