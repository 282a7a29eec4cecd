import { createMemoryJournal, type ExecutionJournal } from '@order-workflow/asl-engine';
import { type Platform, type PlatformOptions, startPlatform } from '../platform/platform.ts';
import { type OpenWorkflowOptions, type OrderExecutions, openWorkflow } from './open-workflow.ts';

export interface WorkflowOptions extends PlatformOptions, Partial<OpenWorkflowOptions> {}

/** The synthesized workflow, running on this machine. */
export interface Workflow extends OrderExecutions, Platform {
  readonly journal: ExecutionJournal;
}

/**
 * Starts a platform and runs the workflow on it. Without a journal, executions last as long as the process.
 *
 * @throws AssemblyUnreadable when nothing is synthesized yet, or something in it is not known here
 */
export async function startWorkflow(options: WorkflowOptions = {}): Promise<Workflow> {
  const platform = await startPlatform(options);
  const { journal = createMemoryJournal() } = options;
  return { ...platform, ...openWorkflow(platform, { ...options, journal }), journal };
}
