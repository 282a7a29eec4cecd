import { createApiHandler } from '../adapters/api-handler.ts';
import { placingPortsFromEnvironment } from '../adapters/ports-from-environment.ts';
import { answerPost } from '../decisions/answer-post.ts';

const ports = placingPortsFromEnvironment(process.env);

export const handler = createApiHandler('placeOrder', (request) => answerPost(request, ports));
