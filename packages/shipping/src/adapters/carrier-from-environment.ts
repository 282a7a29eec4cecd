import { jsonServiceFromEnvironment } from '@order-workflow/stage-kit/http';
import type { Carrier } from '../ports/carrier.ts';
import { httpCarrier } from './http-carrier.ts';
import { simulatedCarrier } from './simulated-carrier.ts';

/**
 * The carrier at `CARRIER_URL`, or the simulated one when none is set.
 *
 * @throws RangeError when a setting is wrong
 */
export function carrierFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  stage: 'book' | 'undo',
): Carrier {
  const service = jsonServiceFromEnvironment(environment, 'CARRIER');
  return service ? httpCarrier(service) : simulatedCarrier({ stage, clock: Date });
}
