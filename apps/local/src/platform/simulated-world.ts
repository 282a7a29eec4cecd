import {
  type CarrierSimulator,
  type PaymentGatewaySimulator,
  type SimulatorOptions,
  type Switchboard,
  startCarrier,
  startPaymentGateway,
} from '@order-workflow/simulators';

type ServiceOptions = Omit<SimulatorOptions, 'switchboard'>;

export interface SimulatedWorldOptions extends ServiceOptions {
  /** What is otherwise at the carrier, as its clock. */
  readonly carrier?: ServiceOptions;
}

/** A payment gateway and a carrier on this machine, whose ledgers say what really happened. */
export interface SimulatedWorld {
  readonly gateway: PaymentGatewaySimulator;
  readonly carrier: CarrierSimulator;
  /** Parameters of the stack that lead the stages there. */
  readonly parameters: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts both on free ports of loopback, with one switchboard of faults between the stages and them. */
export async function startSimulatedWorld(
  { carrier: otherwise, ...options }: SimulatedWorldOptions,
  switchboard: Switchboard,
): Promise<SimulatedWorld> {
  const gateway = await startPaymentGateway({ ...options, switchboard });
  const carrier = await startCarrier({ ...options, ...otherwise, switchboard });
  return {
    gateway,
    carrier,
    parameters: { PaymentGatewayUrl: gateway.url, CarrierUrl: carrier.url },
    async close() {
      await Promise.all([gateway.close(), carrier.close()]);
    },
  };
}
