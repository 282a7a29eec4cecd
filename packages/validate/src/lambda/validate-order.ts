import { createStageHandler } from '@order-workflow/stage-kit';
import { jsonProductCatalog } from '../adapters/json-product-catalog.ts';
import { validateOrder } from '../validate-order.ts';
import { validateOrder as manifest } from '../validate-order-stage.ts';

const catalog = jsonProductCatalog();

export const handler = createStageHandler(manifest, ({ order }) => validateOrder(order, { catalog, clock: Date }));
