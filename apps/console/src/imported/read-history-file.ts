import * as z from 'zod/mini';
import type { DescribedExecution, ExecutionStatus } from '../api/execution.ts';
import { type HistoryEvent, historyEventSchema } from '../api/history-event.ts';

/** A history that was saved somewhere. */
export interface ImportedHistory {
  readonly execution: DescribedExecution;
  readonly events: readonly HistoryEvent[];
}

/** Seconds since the epoch, as the API has it, or a text of an instant, as the AWS CLI and the AWS console write it. */
const instant = z.union([
  z.number(),
  z.pipe(
    z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)), 'is no instant')),
    z.transform((text) => Date.parse(text) / 1000),
  ),
]);
const rawEvents = z.array(z.looseObject({ timestamp: instant })).check(z.minLength(1));
const fileSchema = z.union([z.looseObject({ events: rawEvents }), rawEvents]);

const endings: Readonly<Record<string, ExecutionStatus>> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
  ExecutionTimedOut: 'TIMED_OUT',
  ExecutionAborted: 'ABORTED',
};

/**
 * Reads what GetExecutionHistory gave, or the AWS CLI printed, oldest or newest event first, and makes out of it what can be known of
 * the execution.
 *
 * @param name of the file
 * @throws Error that says what is wrong with it, for people
 */
export function readHistoryFile(text: string, name: string): ImportedHistory {
  const read = fileSchema.safeParse(parsed(text));
  if (!read.success)
    throw new Error('This is no history: expected JSON with "events", as GetExecutionHistory gives it.');
  const raw = Array.isArray(read.data) ? read.data : read.data.events;
  const all = z.array(historyEventSchema).safeParse(raw);
  if (!all.success) throw new Error('This is no history: an event has no id, timestamp or type.');
  const events = all.data.toSorted((one, other) => one.id - other.id);
  return { execution: executionOf(events, name), events };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('This is no JSON.');
  }
}

function executionOf(events: readonly HistoryEvent[], file: string): DescribedExecution {
  const [first, last] = [events[0], events.at(-1)];
  const status = endings[last?.type ?? ''] ?? 'RUNNING';
  const began = events.find(({ type }) => type === 'ExecutionStarted');
  const told = (key: string, of: HistoryEvent | undefined = last) => {
    const value = of?.details[key];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    ...{ executionArn: '', stateMachineArn: '', name: file.replace(/(\.history)?\.json$/i, ''), status },
    startDate: first?.at ?? 0,
    ...(status !== 'RUNNING' && { stopDate: last?.at }),
    redriveCount: events.filter(({ type }) => type === 'ExecutionRedriven').length,
    ...{ input: told('input', began), output: told('output'), error: told('error'), cause: told('cause') },
  };
}
