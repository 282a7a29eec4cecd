import { partPortsFromEnvironment } from '../adapters/batch-ports-from-environment.ts';
import { createPartHandler } from '../adapters/part-handler.ts';
import { placePart } from '../decisions/place-part.ts';

const ports = partPortsFromEnvironment(process.env);

export const handler = createPartHandler((batchId, part) => placePart(batchId, part, ports));
