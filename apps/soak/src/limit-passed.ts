import type { InvocationResult } from '@order-workflow/local';

/**
 * Failures by a limit of this machine's time that passed although nothing was injected. The host gives up a function of which
 * it heard nothing; the notice's function gives up a topic that did not answer, the only service whose limits are not virtual.
 */
const byLimit = { function: 'FunctionStalled', topic: 'NotificationsUnavailable' } as const;

/** Says which limit of this machine's time ended an invocation; undefined when none did. `topicStruck`: by a fault, meanwhile. */
export function limitPassed(result: InvocationResult, topicStruck: boolean): string | undefined {
  if (result.kind !== 'failed') return undefined;
  const { errorType, errorMessage } = result.error;
  const passed = errorType === byLimit.function || (errorType === byLimit.topic && !topicStruck);
  return passed ? `${errorType}: ${errorMessage}` : undefined;
}
