import type { InvocationResult } from '@order-workflow/local';
import type { Layer } from '@order-workflow/simulators';

/**
 * Failures by a limit of this machine's time that passed although nothing was injected. The host gives up a function of which
 * it heard nothing; the notice's function gives up a topic or a bus that did not answer, the only services whose limits are not virtual.
 */
const stalled = 'FunctionStalled';
const byService: Readonly<Record<string, Layer>> = {
  NotificationsUnavailable: 'topic',
  OrderEventsUnavailable: 'events',
};

/** Says which limit of this machine's time ended an invocation; undefined when none did. `struck`: whether a fault struck there, meanwhile. */
export function limitPassed(result: InvocationResult, struck: (layer: Layer) => boolean): string | undefined {
  if (result.kind !== 'failed') return undefined;
  const { errorType, errorMessage } = result.error;
  const service = byService[errorType];
  const passed = errorType === stalled || (service !== undefined && !struck(service));
  return passed ? `${errorType}: ${errorMessage}` : undefined;
}
