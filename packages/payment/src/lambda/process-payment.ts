import { createStageHandler } from '@order-workflow/stage-kit';
import { paymentGatewayFromEnvironment } from '../adapters/payment-gateway-from-environment.ts';
import { chargePayment } from '../charge-payment.ts';
import { processPayment } from '../process-payment-stage.ts';

const gateway = paymentGatewayFromEnvironment(process.env, 'charge');

export const handler = createStageHandler(processPayment, (input) => chargePayment(input, { gateway }));
