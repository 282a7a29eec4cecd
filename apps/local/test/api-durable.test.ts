import { createMemoryJournal } from '@order-workflow/asl-engine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { apiWorld } from './api-world.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ virtualLimits: true });
});
afterAll(() => platform.close());

it('answers nothing, by whatever interface, of what is not on the disk yet', async () => {
  const disk = Promise.withResolvers<void>();
  let asked = 0;
  const pending = () => {
    asked++;
    return disk.promise;
  };
  const journal = { ...createMemoryJournal(), pending };
  const { url, stateMachineArn } = await apiWorld(platform, { journal });
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AWSStepFunctions.ListExecutions' };
  let answered = 0;
  const answers = [
    fetch(url, { method: 'POST', headers, body: JSON.stringify({ stateMachineArn }) }),
    fetch(`${url}/_local/desk`),
    fetch(`${url}/nowhere`),
  ].map((answer) => answer.then(({ status }) => ({ status, answered: ++answered })));
  await expect.poll(() => asked).toBe(answers.length);
  expect(answered).toBe(0);
  disk.resolve();
  expect((await Promise.all(answers))[0]?.status).toBe(200);
});
