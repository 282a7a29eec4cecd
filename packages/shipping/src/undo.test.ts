import { undoContract } from '@order-workflow/stage-kit/testing/undo';
import { aShippableOrder } from '../test/a-shippable-order.ts';
import { startCarrier } from '../test/carrier-server.ts';
import { httpCarrier } from './adapters/http-carrier.ts';
import { simulatedCarrier } from './adapters/simulated-carrier.ts';
import { ensureNoShipment } from './ensure-no-shipment.ts';
import type { Carrier } from './ports/carrier.ts';
import { shipmentRequest } from './shippable-order.ts';

const clock = { now: () => Date.UTC(2026, 2, 2, 10) };
const order = aShippableOrder();
const shipment = shipmentRequest(order);

function undoing(carrier: Carrier) {
  return {
    act: () => carrier.book(shipment),
    async undo() {
      const decision = await ensureNoShipment(order, { carrier, clock });
      if (decision.kind === 'failure') throw decision.failure;
    },
  };
}

undoContract('Cancel Shipment with the simulated carrier', () => {
  const carrier = simulatedCarrier({ stage: 'book', clock });
  return {
    ...undoing(carrier),
    standing: async () => Number((await carrier.find(shipment)).kind === 'booked'),
    async forget() {
      for (let other = 0; other < 1_001; other++) await carrier.book({ ...shipment, key: `order-other-${other}-ship` });
    },
  };
});

undoContract('Cancel Shipment over HTTP', async () => {
  const server = await startCarrier();
  return {
    ...undoing(httpCarrier({ url: server.url, timeoutMs: 60_000 })),
    standing: () => server.ledger.standing.length,
    forget: () => server.ledger.forgetKeys(),
    close: () => server.close(),
  };
});
