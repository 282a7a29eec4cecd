import { createApiHandler } from '../adapters/api-handler.ts';
import { findingPortsFromEnvironment } from '../adapters/ports-from-environment.ts';
import { showOrder } from '../decisions/show-order.ts';

const ports = findingPortsFromEnvironment(process.env);

export const handler = createApiHandler('showOrder', (request) => showOrder(request, ports));
