import { planWorkflow } from '../composition/plan.ts';
import type { CancellationSentence } from '../composition/plan-cancellation.ts';
import { type CompleteWorkflow, stagesOf } from '../composition/workflow.ts';
import { reportCost } from '../cost/report-cost.ts';
import { mermaid } from '../diagram/mermaid.ts';
import { patienceTable } from '../diagram/patience-table.ts';
import { sagaOf } from '../diagram/saga.ts';
import { sagaTable } from '../diagram/saga-table.ts';
import type { StateMachineDefinition } from '../diagram/state-machine-definition.ts';
import { timeLimits } from '../policy/time-limits.ts';
import { ceilingsOf, ceilingsTable } from '../scale/ceilings.ts';
import { cancellationEntries, runbookEntries } from './runbook-entries.ts';

/** What documents show of a workflow: the blocks of each, by the document's path in the repository and the block's name. */
export type DrawnDocuments = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the documents show of a workflow on Standard, and of the state machine that was synthesized from it. */
export function drawnDocuments(
  workflow: CompleteWorkflow,
  cancellation: CancellationSentence,
  definition: StateMachineDefinition,
): DrawnDocuments {
  const limits = timeLimits.STANDARD;
  const drawing = `\`\`\`mermaid\n${mermaid(definition)}\n\`\`\``;
  const saga = `\n${sagaTable(sagaOf(workflow, limits))}\n`;
  const patience = `\n${patienceTable(planWorkflow(workflow), limits)}\n`;
  const cost = reportCost(definition, stagesOf(workflow))
    .split('\n')
    .slice(0, 7)
    .map((line) => line.trim());
  return {
    'docs/scale.md': { ceilings: `\n${ceilingsTable(ceilingsOf(definition, workflow))}\n` },
    'docs/deploying.md': { cost: `\n${cost.join('\n')}\n` },
    'docs/runbook.md': {
      failed: `\n${runbookEntries(workflow)}\n`,
      cancelling: `\n${cancellationEntries(workflow, cancellation)}\n`,
    },
    'docs/architecture.md': { 'state-machine': drawing, saga, patience },
  };
}
