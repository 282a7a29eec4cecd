import { awsServiceFromEnvironment } from '@order-workflow/stage-kit/aws';
import type { OrderEventPublisher } from '../ports/order-event-publisher.ts';
import { eventBridgePublisher } from './event-bridge-publisher.ts';

/**
 * The event bus `EVENT_BUS_NAME`, found as any service of AWS ({@link awsServiceFromEnvironment}); none where it is not named.
 *
 * @throws TypeError when the region is missing
 * @throws RangeError when the address may not be used
 */
export function eventsFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): OrderEventPublisher | undefined {
  const name = environment['EVENT_BUS_NAME'];
  if (!name) return undefined;
  const at = { name: 'EventBridge', host: 'events', variable: 'EVENTBRIDGE' };
  return eventBridgePublisher({ name, service: awsServiceFromEnvironment(environment, at) });
}
