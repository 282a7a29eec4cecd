import { undoContract } from '@order-workflow/stage-kit/testing/undo';
import { aPayableOrder } from '../test/a-payable-order.ts';
import { startGateway } from '../test/gateway-server.ts';
import { httpPaymentGateway } from './adapters/http-payment-gateway.ts';
import { simulatedPaymentGateway } from './adapters/simulated-payment-gateway.ts';
import { ensureNothingHeld } from './ensure-nothing-held.ts';
import { chargeRequest } from './payable-order.ts';
import type { PaymentGateway } from './ports/payment-gateway.ts';

const clock = { now: () => Date.UTC(2026, 2, 2, 10) };
const order = aPayableOrder();
const charge = chargeRequest(order);

function undoing(gateway: PaymentGateway) {
  return {
    act: () => gateway.charge(charge),
    async undo() {
      const decision = await ensureNothingHeld(order, { gateway, clock });
      if (decision.kind === 'failure') throw decision.failure;
    },
  };
}

undoContract('Refund Payment with the simulated gateway', () => {
  const gateway = simulatedPaymentGateway({ stage: 'charge', clock });
  return {
    ...undoing(gateway),
    standing: async () => Number((await gateway.find(charge)).kind === 'charged'),
    async forget() {
      for (let other = 0; other < 1_001; other++)
        await gateway.charge({ ...charge, key: `order-other-${other}-charge` });
    },
  };
});

undoContract('Refund Payment over HTTP', async () => {
  const server = await startGateway();
  return {
    ...undoing(httpPaymentGateway({ url: server.url, timeoutMs: 60_000 })),
    standing: () => server.ledger.held / charge.amount.amount,
    forget: () => server.ledger.forgetKeys(),
    close: () => server.close(),
  };
});
