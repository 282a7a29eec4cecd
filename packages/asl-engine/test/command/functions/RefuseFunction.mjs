export const handler = () => {
  throw Object.assign(new Error('The card is declined.'), { name: 'PaymentDeclined' });
};
