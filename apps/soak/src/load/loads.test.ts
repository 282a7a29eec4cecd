import { expect, it } from 'vitest';
import { loads } from './loads.ts';

const { quotas } = await import(new URL('../../../../infra/src/scale/quotas.ts', import.meta.url).href);

it('tries loads with the quotas that the ceilings of the workflow are told by', () => {
  expect(loads[0]?.quotas).toMatchObject({
    startExecution: { perSecond: quotas.startExecution },
    stateTransition: { perSecond: quotas.stateTransition },
    concurrency: quotas.lambdaConcurrency,
  });
});
