/** What vitest's JSON reporter writes, as far as it is read. */
export interface TestReport {
  readonly testResults: readonly {
    /** Why the file as a whole failed; empty when it did not. */
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * The first test that failed, by name. Where what the tests share could not even be made, such as a platform of a definition that
 * no engine takes, that is what was noticed: it could be made without the mutant. Undefined when nothing failed.
 */
export function noticedIn({ testResults }: TestReport): string | undefined {
  const failed = testResults.flatMap((file) => file.assertionResults).find(({ status }) => status === 'failed');
  if (failed) return failed.fullName;
  return testResults.map((file) => file.message.split('\n')[0]).find((message) => message);
}
