import { describe, expect, it } from 'vitest';
import { apologiesOf } from '../src/composition/apologies.ts';
import { runbookEntries } from '../src/documents/runbook-entries.ts';
import { aStage, Refused } from './a-stage.ts';

const workflow = {
  steps: [
    { stage: aStage('check', { runbook: 'Look at the list.' }) },
    {
      stage: aStage('pay', { rejections: [Refused], rejectedAs: 'declined', apology: { failed: 'nothing was paid' } }),
      undo: aStage('refund'),
    },
    {
      stage: aStage('wrap', {
        findings: [{ name: 'tornPaper', heading: 'Paper was torn', says: 'Torn.', runbook: 'Buy another.' }],
      }),
    },
  ],
  notice: aStage('tell'),
};

describe(runbookEntries, () => {
  it('has what each manifest says where a failure is left to a person, and something where it says nothing', () => {
    const entries = runbookEntries(workflow).split(/^### /m).slice(1);
    expect(entries.map((entry) => entry.split('\n\n').slice(0, 2))).toEqual([
      ['Failed at Check It', 'Look at the list.'],
      ['Failed at Refund It', expect.stringContaining('README of its package')],
      ['Failed at Park Notice', expect.stringContaining('The order itself is settled')],
      ['Paper was torn', 'Buy another.'],
    ]);
  });
});

describe(apologiesOf, () => {
  it('has the words of each stage by its key, with the rejections whose reasons are told', () => {
    expect(apologiesOf(workflow)).toEqual({ pay: { failed: 'nothing was paid', rejections: ['Refused'] } });
  });
});
