import { createApiHandler } from '../adapters/api-handler.ts';
import { findingPortsFromEnvironment } from '../adapters/ports-from-environment.ts';
import { cancelOrder } from '../decisions/cancel-order.ts';

const ports = findingPortsFromEnvironment(process.env);

export const handler = createApiHandler('cancelOrder', (request) => cancelOrder(request, ports));
