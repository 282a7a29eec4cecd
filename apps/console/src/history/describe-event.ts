import type { HistoryEvent } from '../api/history-event.ts';
import { readCause } from './read-cause.ts';

/** The few words of an event that tell most, for one line of a table. Empty when there are none. */
export function describeEvent({ details }: HistoryEvent): string {
  const { error, cause, resource, resourceType, redriveCount, timeoutInSeconds } = details;
  if (typeof error === 'string') {
    const sentence = typeof cause === 'string' ? readCause(cause) : '';
    return sentence === '' ? error : `${error}: ${sentence}`;
  }
  if (typeof redriveCount === 'number') return `redrive ${redriveCount}`;
  if (typeof resource === 'string') {
    const called = typeof resourceType === 'string' ? `${resourceType}:${resource}` : resource;
    return typeof timeoutInSeconds === 'number' ? `${called}, at most ${timeoutInSeconds} s` : called;
  }
  return '';
}
