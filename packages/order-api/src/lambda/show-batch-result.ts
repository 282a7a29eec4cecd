import { createApiHandler } from '../adapters/api-handler.ts';
import { batchesFromEnvironment } from '../adapters/batch-ports-from-environment.ts';
import { showBatchResult } from '../decisions/show-batch-result.ts';

const ports = { batches: batchesFromEnvironment(process.env) };

export const handler = createApiHandler('showBatchResult', (request) => showBatchResult(request, ports));
