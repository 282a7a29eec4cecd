import { createStageHandler } from '@order-workflow/stage-kit';
import { paymentGatewayFromEnvironment } from '../adapters/payment-gateway-from-environment.ts';
import { ensureNothingHeld } from '../ensure-nothing-held.ts';
import { refundPayment } from '../refund-payment-stage.ts';

const gateway = paymentGatewayFromEnvironment(process.env, 'undo');

export const handler = createStageHandler(refundPayment, (input) => ensureNothingHeld(input, { gateway, clock: Date }));
