import { createApiHandler } from '../adapters/api-handler.ts';
import { batchPortsFromEnvironment } from '../adapters/batch-ports-from-environment.ts';
import { showBatch } from '../decisions/show-batch.ts';

const ports = batchPortsFromEnvironment(process.env);

export const handler = createApiHandler('showBatch', (request) => showBatch(request, ports));
