import {
  type CarrierSimulator,
  type PaymentGatewaySimulator,
  type SimulatorOptions,
  type Switchboard,
  startCarrier,
  startPaymentGateway,
} from '@order-workflow/simulators';

export interface SimulatedWorldOptions extends Omit<SimulatorOptions, 'switchboard'> {
  /** Milliseconds that a stage waits for an answer; the stages' own choice unless given. */
  readonly answerMs?: number;
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
  { answerMs, ...options }: SimulatedWorldOptions,
  switchboard: Switchboard,
): Promise<SimulatedWorld> {
  const gateway = await startPaymentGateway({ ...options, switchboard });
  const carrier = await startCarrier({ ...options, switchboard });
  const patience = answerMs === undefined ? '' : String(answerMs);
  return {
    gateway,
    carrier,
    parameters: {
      PaymentGatewayUrl: gateway.url,
      PaymentGatewayTimeoutMs: patience,
      CarrierUrl: carrier.url,
      CarrierTimeoutMs: patience,
    },
    async close() {
      await Promise.all([gateway.close(), carrier.close()]);
    },
  };
}
