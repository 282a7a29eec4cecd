import { expect, it, onTestFinished } from 'vitest';
import { serveStepFunctions } from '../../src/serve/serve-step-functions.ts';

it('keeps the connection of a client longer than a busy machine lets it wait (regression: a call was reset that met its end)', async () => {
  const server = await serveStepFunctions();
  onTestFinished(server.close);
  expect((await fetch(server.url)).headers.get('keep-alive')).toBe('timeout=600');
});
