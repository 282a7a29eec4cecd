import { createStageHandler } from '@order-workflow/stage-kit';
import { orderTakeoversFromEnvironment } from '@order-workflow/stage-kit/order-store';
import { takeOrderOver } from '../take-order-over.ts';
import { takeOrderOver as manifest } from '../take-order-over-stage.ts';

const store = orderTakeoversFromEnvironment(process.env);

export const handler = createStageHandler(manifest, (asked) => takeOrderOver(asked, store));
