import { createApiHandler } from '../adapters/api-handler.ts';
import { listingPortsFromEnvironment } from '../adapters/listing-ports-from-environment.ts';
import { listOrders } from '../decisions/list-orders.ts';

const ports = listingPortsFromEnvironment(process.env);

export const handler = createApiHandler('listOrders', (request) => listOrders(request, ports));
