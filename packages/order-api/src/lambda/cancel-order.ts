import { createApiHandler } from '../adapters/api-handler.ts';
import { findingPortsFromEnvironment } from '../adapters/ports-from-environment.ts';
import { answerCancellation } from '../decisions/answer-cancellation.ts';

const ports = findingPortsFromEnvironment(process.env);

export const handler = createApiHandler('cancelOrder', (request) => answerCancellation(request, ports));
