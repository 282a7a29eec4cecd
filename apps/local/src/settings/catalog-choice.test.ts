import { describe, expect, it } from 'vitest';
import { synthesisChosen } from './catalog-choice.ts';

describe(synthesisChosen, () => {
  it.each([
    [undefined, 'synth', 'cdk.out'],
    ['false', 'synth', 'cdk.out'],
    ['true', 'synth:catalog-table', 'catalog-table/cdk.out'],
  ])('keeps each synthesis in a folder of its own: %s', (given, task, folder) => {
    expect(synthesisChosen({ ORDER_WORKFLOW_CATALOG_TABLE: given })).toEqual({ task, folder });
  });

  it('refuses what may be meant otherwise', () => {
    expect(() => synthesisChosen({ ORDER_WORKFLOW_CATALOG_TABLE: 'yes' })).toThrow(
      'ORDER_WORKFLOW_CATALOG_TABLE: given "yes", expected true or false',
    );
  });
});
