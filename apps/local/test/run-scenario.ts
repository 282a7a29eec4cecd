import { type Clock, createVirtualClock, type ExecutionResult, type HistoryEvent } from '@order-workflow/asl-engine';
import type { CustomerMessage } from '../src/messages/message-log.ts';
import type { RunningWorkflow } from '../src/orders/open-workflow.ts';

/** The record as the workflow left it, as far as scenarios look into it. */
interface LeftRecord {
  readonly contract?: unknown;
  readonly order?: unknown;
  readonly outcome?: string;
  readonly validation?: { readonly total: unknown; readonly attempt?: unknown };
  readonly payment?: { readonly amount: unknown };
  readonly shipment?: { readonly trackingNumber: string };
  readonly cancellation?: { readonly status: string; readonly standing?: unknown };
  readonly refund?: { readonly status: string; readonly amount?: unknown };
  readonly failure?: { readonly stage: string; readonly error: string };
}

/** What became of an order: all that a scenario may look at. */
export interface ScenarioResult {
  readonly status: ExecutionResult['status'];
  readonly outcome: unknown;
  /** Empty when the execution failed. */
  readonly record: LeftRecord;
  readonly error: string | undefined;
  /** The states in the order in which they were entered, without those that a team has put in between. */
  readonly states: readonly string[];
  /** All of them. */
  readonly entered: readonly string[];
  /** How often each state's task was tried. */
  readonly tries: Readonly<Record<string, number>>;
  readonly message: CustomerMessage | undefined;
  readonly messages: readonly CustomerMessage[];
  /** Hours of the workflow's own time. */
  readonly hours: number;
}

/** Places an order on a virtual clock of its own, this many seconds later than it is, and waits for its end. */
export async function runScenario(
  workflow: RunningWorkflow,
  order: unknown,
  later = 0,
  clock: Clock = createVirtualClock({ start: createVirtualClock().now() + later * 1000 }),
): Promise<ScenarioResult> {
  const { execution } = workflow.place(order, { clock });
  const result = await execution.result;
  const messages = workflow.services.inbox.take();
  const record = (result.output ?? {}) as LeftRecord;
  return {
    status: result.status,
    outcome: record.outcome,
    record,
    error: result.error,
    ...visited(execution.history()),
    message: messages[0],
    messages,
    hours: (result.stopDate.getTime() - result.startDate.getTime()) / 3_600_000,
  };
}

/** A stage that lets an order pass changes nothing about where the order goes, so scenarios tell of these alone. */
const told = new Set([
  'Validate Order',
  'Process Payment',
  'Await Payment',
  'Ship Order',
  'Cancel Shipment',
  'Shipment Stands?',
  'Refund Payment',
  'Announce Refund',
  'Await Refund',
  'Notify Customer',
  'Park Notice',
]);

function visited(events: readonly HistoryEvent[]): Pick<ScenarioResult, 'states' | 'entered' | 'tries'> {
  const entered: string[] = [];
  const tries: Record<string, number> = {};
  for (const event of events) {
    if (event.type.endsWith('StateEntered')) entered.push(String(event['stateEnteredEventDetails']?.['name']));
    const current = entered.at(-1) ?? '';
    if (event.type === 'TaskScheduled') tries[current] = (tries[current] ?? 0) + 1;
  }
  return { states: entered.filter((state) => told.has(state)), entered, tries };
}
