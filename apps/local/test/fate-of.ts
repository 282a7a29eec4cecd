import { createVirtualClock, type ExecutionResult, type HistoryEvent } from '@order-workflow/asl-engine';
import type { CustomerMessage } from '../src/messages/message-log.ts';
import type { Workflow } from '../src/start-workflow.ts';

/** What became of an order: all that a scenario may look at. */
export interface Fate {
  readonly status: ExecutionResult['status'];
  readonly outcome: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: a scenario looks into the record as a reader of JSON does
  readonly record: any;
  readonly error: string | undefined;
  /** The states in the order in which they were entered. */
  readonly states: readonly string[];
  /** How often each state's task was tried. */
  readonly tries: Readonly<Record<string, number>>;
  readonly message: CustomerMessage | undefined;
  readonly messages: readonly CustomerMessage[];
  /** Hours of the workflow's own time. */
  readonly hours: number;
}

/** Places an order on a virtual clock of its own and waits for its end. */
export async function fateOf(workflow: Workflow, order: unknown): Promise<Fate> {
  const { execution } = workflow.place(order, { clock: createVirtualClock() });
  const result = await execution.result;
  const messages = workflow.services.inbox.take();
  const record = result.output as { readonly outcome?: unknown } | undefined;
  return {
    status: result.status,
    outcome: record?.outcome,
    record,
    error: result.error,
    ...visited(execution.history()),
    message: messages[0],
    messages,
    hours: (result.stopDate.getTime() - result.startDate.getTime()) / 3_600_000,
  };
}

function visited(events: readonly HistoryEvent[]): Pick<Fate, 'states' | 'tries'> {
  const states: string[] = [];
  const tries: Record<string, number> = {};
  for (const event of events) {
    if (event.type.endsWith('StateEntered')) states.push(String(event['stateEnteredEventDetails']?.['name']));
    const current = states.at(-1) ?? '';
    if (event.type === 'TaskScheduled') tries[current] = (tries[current] ?? 0) + 1;
  }
  return { states, tries };
}
