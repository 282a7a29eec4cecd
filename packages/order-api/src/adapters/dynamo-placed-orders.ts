import type { AwsService } from '@order-workflow/stage-kit/aws';
import { dynamoOrderTable } from '@order-workflow/stage-kit/order-store';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import type { PlacedOrders } from '../ports/placed-orders.ts';
import { awsCallTimeoutMs } from './states-from-environment.ts';

/** The orders that executions have claimed, in the order store's own table, of which it reads items and no more. */
export function dynamoPlacedOrders(table: string, service: AwsService): PlacedOrders {
  const orders = dynamoOrderTable({ table, ...service });
  return {
    async read(orderId) {
      const answer = await orders.read(orderId, AbortSignal.timeout(awsCallTimeoutMs));
      switch (answer.answer) {
        case 'item':
          return answer.item;
        case 'nothing':
          return undefined;
        case 'unavailable':
          throw new ApiUnavailable(answer.detail);
      }
    },
  };
}
