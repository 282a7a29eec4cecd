// The order store as a function that has nothing else to do uses it: what a stage takes on with its claim.
import { orderStoreFromEnvironment } from '@order-workflow/stage-kit/order-store';

const store = orderStoreFromEnvironment(process.env);

export async function handler(order: unknown) {
  return store.claim({
    // Each process is an order of its own.
    orderId: `start-${process.pid}-${performance.timeOrigin}`,
    execution: {
      id: 'arn:aws:states:us-east-1:000000000000:execution:orders:start',
      startedAt: '2026-03-01T10:00:00Z',
    },
    fingerprint: 'rehmtoCe8jfaM98vzp5JSmGTxB45L1ku2jRJus6c_yY',
    verdict: { order, validation: {} },
  });
}
