import { createStageHandler } from '@order-workflow/stage-kit';
import { orderTakeoversFromEnvironment } from '@order-workflow/stage-kit/order-store';
import { takeOrderOver } from '../take-order-over-stage.ts';
import { takeOver } from '../take-over.ts';

const store = orderTakeoversFromEnvironment(process.env);

export const handler = createStageHandler(takeOrderOver, (asked) => takeOver(asked, store));
