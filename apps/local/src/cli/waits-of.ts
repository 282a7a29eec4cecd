import type { Clock } from '@order-workflow/asl-engine';
import { readMachineFacts } from '../orders/read-machine-facts.ts';
import type { Workflow } from '../orders/start-workflow.ts';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';
import { whatToDo } from '../show/what-to-do.ts';
import { drawOver } from '../terminal/draw-over.ts';
import type { WaitsOptions } from './tell-waits.ts';

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
