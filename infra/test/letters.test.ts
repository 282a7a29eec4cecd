import { noticeLanguages } from '@order-workflow/notify';
import { describe, expect, it } from 'vitest';
import { orderWorkflow } from '../src/order-workflow.ts';

const apologetic = orderWorkflow.steps.map(({ stage }) => stage).filter(({ apology }) => apology !== undefined);

describe.each(apologetic)('what $stateName has to say of its failure', ({ apology, awaits }) => {
  it.each(noticeLanguages.filter((language) => language !== 'en'))('is to be had in %s, all of it', (language) => {
    const translated = apology?.in?.[language];
    expect(translated?.failed).toMatch(/./);
    expect(translated?.rejected !== undefined).toBe(apology?.rejected !== undefined);
    expect(translated?.awaited !== undefined).toBe(awaits?.apology !== undefined);
  });
});
