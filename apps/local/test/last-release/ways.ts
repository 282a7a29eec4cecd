import { anOrder } from '@order-workflow/order-domain/testing';

/** An order for every way through the workflow. What the tokens and postal codes mean stands in the READMEs of payment and shipping. */
export const ways = {
  'goes well': anOrder().sentTo().build(),
  'is rejected': { ...anOrder().build(), items: [{ sku: 'NO-SUCH', quantity: 0 }] },
  'is declined': anOrder().with({ paymentToken: 'sim-declined' }).build(),
  'has a charge of unknown outcome': anOrder().with({ paymentToken: 'sim-timeout' }).build(),
  'has a charge that is not decided': anOrder().with({ paymentToken: 'sim-pending' }).build(),
  'has a parcel that is refused': anOrder().sentTo({ postalCode: 'SIM-REFUSED' }).build(),
  'has a parcel of unknown outcome': anOrder().sentTo({ postalCode: 'SIM-TIMEOUT' }).build(),
  'has a parcel that leaves': anOrder().sentTo({ postalCode: 'SIM-DEPARTED' }).build(),
};

export type Way = keyof typeof ways;
export const everyWay = Object.keys(ways) as Way[];

/** This one fails at Refund Payment, until the gateway's ledger is repaired. */
export const cannotBeRefunded = anOrder()
  .with({ paymentToken: 'sim-refund-unavailable' })
  .sentTo({ postalCode: 'SIM-REFUSED' })
  .build();

export const functions = [
  'ValidateOrder',
  'ProcessPayment',
  'ShipOrder',
  'CancelShipment',
  'RefundPayment',
  'NotifyCustomer',
] as const;
export type FunctionName = (typeof functions)[number];

/** Which of them this is, by its name or ARN; undefined for a stage that is new since then. */
export function functionOf(nameOrArn: string): FunctionName | undefined {
  return functions.find((known) => nameOrArn.includes(known));
}
