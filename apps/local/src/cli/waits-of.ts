import type { Clock } from '@order-workflow/asl-engine';
import { readMachineFacts } from '../read-machine-facts.ts';
import type { Workflow } from '../start-workflow.ts';
import { drawOver } from './show/draw-over.ts';
import { whatToDo } from './show/what-to-do.ts';
import type { WaitsOptions } from './tell-waits.ts';
import type { WorkflowSettings } from './workflow-settings.ts';

/** What is told, on standard error, of the executions that a command waits for. */
export function waitsOf(
  { journal, assembly }: Pick<Workflow, 'journal' | 'assembly'>,
  clock: Pick<Clock, 'now'>,
  settings: Pick<WorkflowSettings, 'fresh' | 'fastForward'>,
): WaitsOptions {
  return {
    journal,
    clock,
    facts: readMachineFacts(assembly.stateMachine.definition),
    whatToDo: `  ${whatToDo(settings)}`,
    tell(line) {
      // The line that says how far many orders are comes back below.
      if (process.stderr.isTTY) drawOver(process.stderr, '');
      process.stderr.write(`${line}\n`);
    },
  };
}
