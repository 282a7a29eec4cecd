import { jsonServiceFromEnvironment } from '@order-workflow/stage-kit/http';
import type { PaymentGateway } from '../ports/payment-gateway.ts';
import { httpPaymentGateway } from './http-payment-gateway.ts';
import { simulatedPaymentGateway } from './simulated-payment-gateway.ts';

/**
 * The gateway at `PAYMENT_GATEWAY_URL`, or the simulated one when none is set.
 *
 * @throws RangeError when a setting is wrong
 */
export function paymentGatewayFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  stage: 'charge' | 'undo',
): PaymentGateway {
  const service = jsonServiceFromEnvironment(environment, 'PAYMENT_GATEWAY');
  return service ? httpPaymentGateway(service) : simulatedPaymentGateway({ stage, clock: Date });
}
