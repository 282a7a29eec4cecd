import { createApiHandler } from '../adapters/api-handler.ts';
import { batchPortsFromEnvironment } from '../adapters/batch-ports-from-environment.ts';
import { unpackGzip } from '../adapters/packed-answer.ts';
import { postBatch } from '../decisions/post-batch.ts';

const ports = { ...batchPortsFromEnvironment(process.env), unpack: unpackGzip };

export const handler = createApiHandler('placeBatch', (request) => postBatch(request, ports));
