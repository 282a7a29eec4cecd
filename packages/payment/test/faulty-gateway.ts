import type { GatewayAnswer, PaymentGateway } from '../src/ports/payment-gateway.ts';
import type { PaymentLedger } from './payment-ledger.ts';

/**
 * What goes wrong with one call. `lost-late`: the caller hears nothing, and the effect comes when the next call is made
 * or later, as with a request that waits in a queue. `settles`: what was pending is decided before the call.
 */
export const gatewayFaults = ['none', 'unavailable', 'lost-before', 'lost-after', 'lost-late', 'settles'] as const;
export type GatewayFault = (typeof gatewayFaults)[number];

/** The ledger as a gateway whose calls meet the scripted faults in turn, and none when the script is over. */
export function faultyGateway(ledger: PaymentLedger, script: readonly GatewayFault[]) {
  const left = [...script];
  const late: (() => unknown)[] = [];

  async function call(effect: () => GatewayAnswer): Promise<GatewayAnswer> {
    const fault = left.shift() ?? 'none';
    if (fault === 'unavailable') return { kind: 'unavailable', detail: 'down' };
    if (fault === 'lost-late') {
      late.push(effect);
      return { kind: 'unknown', detail: 'lost' };
    }
    landLate();
    if (fault === 'settles') ledger.settle();
    const answer = fault === 'lost-before' ? undefined : effect();
    return fault.startsWith('lost') || answer === undefined ? { kind: 'unknown', detail: 'lost' } : answer;
  }

  function landLate(): void {
    for (const effect of late.splice(0)) effect();
  }

  const gateway: PaymentGateway = {
    find: ({ key }) => call(() => ledger.find(key)),
    charge: (charge) => call(() => ledger.charge(charge)),
    refund: ({ key, chargeId, amount, charge }) => call(() => ledger.refund(key, charge.key, chargeId, amount)),
    void: ({ key }) => call(() => ledger.void(key)),
    block: ({ key }) => call(() => ledger.block(key)),
  };
  return { gateway, landLate };
}
