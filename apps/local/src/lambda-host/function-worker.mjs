// In JavaScript: all else that a worker loads before its function is in the cache, without its types.
import { parentPort, workerData } from 'node:worker_threads';
import { serveFunction } from './serve-function.ts';

// It was for the start of this thread: no function knows it.
delete process.env['NODE_COMPILE_CACHE'];

serveFunction(parentPort, workerData);
