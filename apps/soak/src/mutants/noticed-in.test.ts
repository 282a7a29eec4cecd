import { describe, expect, it } from 'vitest';
import { noticedIn } from './noticed-in.ts';

const file = (message: string, ...statuses: string[]) => ({
  message,
  assertionResults: statuses.map((status, at) => ({ status, fullName: `test ${at}` })),
});

describe(noticedIn, () => {
  it('names the first test that failed', () => {
    const testResults = [file('', 'passed'), file('', 'passed', 'failed', 'failed')];
    expect(noticedIn({ testResults })).toBe('test 1');
  });

  it('says why a file came to no test, as with a definition that is refused before any order is placed', () => {
    const testResults = [file('', 'passed'), file('DefinitionString: No transition leads to it\nanother', 'skipped')];
    expect(noticedIn({ testResults })).toBe('DefinitionString: No transition leads to it');
  });

  it('says nothing where nothing failed', () => {
    expect(noticedIn({ testResults: [file('', 'passed', 'skipped')] })).toBeUndefined();
  });
});
