import openapi from '../../openapi.json' with { type: 'json' };
import { createApiHandler } from '../adapters/api-handler.ts';

export const handler = createApiHandler('describeApi', () => ({ status: 200, body: openapi }));
