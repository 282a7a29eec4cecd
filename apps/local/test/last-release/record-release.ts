import {
  createMemoryJournal,
  createVirtualClock,
  type HistoryEvent,
  type InvokeLambda,
  TaskFailure,
} from '@order-workflow/asl-engine';
import { openWorkflow } from '../../src/orders/open-workflow.ts';
import { type Platform, startPlatform } from '../../src/platform/platform.ts';
import { definitionIn, type KeptCall, type KeptRecord, type KeptRelease, type KeptWay } from './kept-release.ts';
import { everyWay, functionOf, type Way, ways } from './ways.ts';

/** Lets an order go every way through a synthesized release, and keeps what its functions were sent and answered. */
export async function recordRelease(assembly: string, commit: string): Promise<KeptRelease> {
  const platform = await startPlatform({ assembly, simulators: {}, virtualLimits: true });
  try {
    const kept: [Way, KeptWay][] = [];
    for (const way of everyWay) kept.push([way, await recordWay(platform, way)]);
    return { commit, definition: definitionIn(assembly), ways: Object.fromEntries(kept) as KeptRelease['ways'] };
  } finally {
    await platform.close();
  }
}

async function recordWay(platform: Platform, way: Way): Promise<KeptWay> {
  const calls: KeptCall[] = [];
  const { execution } = openWorkflow(platform, {
    journal: createMemoryJournal(),
    clock: createVirtualClock(),
    seed: 1,
    aroundInvocation: (proceed) => recording(proceed, calls),
  }).place({ ...ways[way], orderId: `kept-${everyWay.indexOf(way) + 1}` });
  const { status, output } = await execution.result;
  if (status !== 'SUCCEEDED') throw new Error(`an order that ${way} ended ${status}, expected SUCCEEDED`);
  return { calls, states: statesOf(execution.history()), outcome: String((output as KeptRecord)['outcome']) };
}

/** The names of the states that were entered. */
export function statesOf(events: readonly HistoryEvent[]): string[] {
  return events.flatMap((event) => {
    const details = event['stateEnteredEventDetails'];
    return details ? [String(details['name'])] : [];
  });
}

function failureOf({ error, cause }: TaskFailure) {
  return { ...(error !== undefined && { name: error }), ...(cause !== undefined && { cause }) };
}

function recording(proceed: InvokeLambda, calls: KeptCall[]): InvokeLambda {
  return async (invocation) => {
    const called = functionOf(invocation.functionName);
    const keep = (answer: KeptCall['answer']) => {
      if (called === undefined) return;
      const last = calls.at(-1);
      const again = last?.function === called && JSON.stringify(last.answer) === JSON.stringify(answer);
      if (!again) calls.push({ function: called, payload: invocation.payload as KeptRecord, answer });
    };
    try {
      const answered = await proceed(invocation);
      keep({ receipt: (answered as { readonly payload: KeptRecord }).payload });
      return answered;
    } catch (problem) {
      if (problem instanceof TaskFailure) keep({ error: failureOf(problem) });
      throw problem;
    }
  };
}
