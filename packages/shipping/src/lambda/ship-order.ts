import { createStageHandler } from '@order-workflow/stage-kit';
import { carrierFromEnvironment } from '../adapters/carrier-from-environment.ts';
import { bookShipment } from '../book-shipment.ts';
import { shipOrder } from '../ship-order-stage.ts';

const carrier = carrierFromEnvironment(process.env, 'book');

export const handler = createStageHandler(shipOrder, (input) => bookShipment(input, { carrier }));
