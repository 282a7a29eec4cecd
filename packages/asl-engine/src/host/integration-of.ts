import type { TaskIntegration } from './task-handler.ts';
import type { TaskHost } from './task-host.ts';

/** The host's integration of this name, as `sqs:sendMessage`; undefined when it has none. */
export function integrationOf(
  { integrations = {}, findIntegration }: TaskHost,
  key: string,
): TaskIntegration | undefined {
  return Object.hasOwn(integrations, key) ? integrations[key] : findIntegration?.(key);
}
