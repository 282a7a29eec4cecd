import {
  type CarrierSimulator,
  createSwitchboard,
  type PaymentGatewaySimulator,
  type Switchboard,
  startCarrier,
  startPaymentGateway,
} from '@order-workflow/simulators';

/** A gateway and a carrier over HTTP, which the deployed stages can be given, and their one switchboard. */
export interface SimulatedServices {
  readonly gateway: PaymentGatewaySimulator;
  readonly carrier: CarrierSimulator;
  readonly switchboard: Switchboard;
}

/** Lends a part of the proof a gateway and a carrier. */
export async function withSimulatedServices<T>(run: (services: SimulatedServices) => Promise<T>): Promise<T> {
  const switchboard = createSwitchboard({ targets: [{ name: 'shipping', layers: ['carrier'], call: 'book' }] });
  const gateway = await startPaymentGateway({ switchboard });
  const carrier = await startCarrier({ switchboard });
  try {
    return await run({ gateway, carrier, switchboard });
  } finally {
    await Promise.all([gateway.close(), carrier.close()]);
  }
}
