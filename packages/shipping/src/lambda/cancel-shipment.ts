import { createStageHandler } from '@order-workflow/stage-kit';
import { carrierFromEnvironment } from '../adapters/carrier-from-environment.ts';
import { cancelShipment } from '../cancel-shipment-stage.ts';
import { ensureNoShipment } from '../ensure-no-shipment.ts';

const carrier = carrierFromEnvironment(process.env, 'undo');

export const handler = createStageHandler(cancelShipment, (input) => ensureNoShipment(input, { carrier, clock: Date }));
