/** `ApplePay` and `GooglePay` are wallets: the token that they give stands for a card. */
export const paymentMethods = ['CreditCard', 'DebitCard', 'PayPal', 'BankTransfer', 'ApplePay', 'GooglePay'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];
